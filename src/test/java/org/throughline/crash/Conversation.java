package org.throughline.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One connection's talk with PostgreSQL, followed message by message: which statement runs, what it writes, and whether it is
 * durable then. Each write is a moment before it goes out and another when its answer has come.
 */
final class Conversation {
    private static final int AT_MOST = 120;

    private final Tripwire wire;
    private final Map<String, String> statements = new HashMap<>();
    private final Map<String, String> portals = new HashMap<>();
    private final Deque<String> running = new ArrayDeque<>();
    private final Set<String> written = new TreeSet<>();
    private boolean inTransaction;

    Conversation(Tripwire wire) {
        this.wire = wire;
    }

    /** A message of the hub, about to go out. */
    void asked(char type, byte[] body) throws IOException {
        switch (type) {
            case 'P' -> statements.put(text(body, 0), text(body, end(body, 0)));
            case 'B' -> portals.put(text(body, 0), statements.getOrDefault(text(body, end(body, 0)), ""));
            case 'E' -> runs(portals.getOrDefault(text(body, 0), ""));
            case 'Q' -> runs(text(body, 0));
            case 'c' -> wire.moment("before the end of copied rows");
            default -> wire.moment("message " + type);
        }
    }

    /** A message of the server, about to come in. */
    void answered(char type) throws IOException {
        if (type == 'C' || type == 'I' || type == 's' || type == 'E') {
            String name;
            synchronized (running) {
                name = running.isEmpty() ? "" : running.poll();
            }
            if (type == 'E') {
                synchronized (running) {
                    running.clear();
                }
                wire.moment("refused");
            }
            wire.moment(name.isEmpty() ? "answer" : "after " + name);
        }
    }

    private void runs(String statement) throws IOException {
        String name = name(statement);
        synchronized (running) {
            running.add(name);
        }
        wire.moment(name.isEmpty() ? "question" : "before " + name);
    }

    private String name(String statement) {
        String word = Sql.transaction(statement).orElse("");
        if (word.equals("begin")) {
            inTransaction = true;
            written.clear();
            return "";
        }
        if (word.isEmpty()) {
            Set<String> writes = Sql.writes(statement);
            written.addAll(writes);
            return writes.isEmpty() ? "" : (inTransaction ? "" : "committed ") + cut(String.join(", ", writes));
        }
        inTransaction = false;
        String name = word.equals("commit") && !written.isEmpty() ? "commit of " + cut(String.join(", ", written)) : "";
        written.clear();
        return name;
    }

    private static String cut(String words) {
        return words.length() <= AT_MOST
                ? words
                : words.substring(0, AT_MOST) + "... #" + Integer.toHexString(words.hashCode());
    }

    private static int end(byte[] body, int from) {
        int at = from;
        while (body[at] != 0) {
            at++;
        }
        return at + 1;
    }

    private static String text(byte[] body, int from) {
        ByteBuffer bytes = ByteBuffer.wrap(body, from, end(body, from) - 1 - from);
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }
}
