package org.throughline.demo.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server, played in this process: takes every mail (RFC 5321) and keeps it for a look. */
public final class MailPeer implements AutoCloseable {
    private final ServerSocket listener;
    private final List<String> mails = new CopyOnWriteArrayList<>();

    private MailPeer(ServerSocket listener) {
        this.listener = listener;
    }

    /** Starts the server on a free port of this machine. */
    public static MailPeer start() {
        try {
            MailPeer peer = new MailPeer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread thread = new Thread(peer::listen, "demo mail server");
            thread.setDaemon(true);
            thread.start();
            return peer;
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's mail server cannot be started.", e);
        }
    }

    /** The port that it listens at. */
    public int port() {
        return listener.getLocalPort();
    }

    /** What has come in, headers and text. */
    public List<String> mails() {
        return List.copyOf(mails);
    }

    private void listen() {
        while (!listener.isClosed()) {
            try (Socket caller = listener.accept()) {
                talk(caller);
            } catch (IOException closed) {
                // A caller that hangs up, or the server that is closed: the loop's own condition tells which.
                continue;
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = caller.getOutputStream();
        say(out, "220 demo");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String word = line.toUpperCase(Locale.ROOT);
            if (word.startsWith("DATA")) {
                say(out, "354 go on");
                mails.add(text(in));
            }
            say(out, word.startsWith("QUIT") ? "221 bye" : "250 ok");
            if (word.startsWith("QUIT")) {
                return;
            }
        }
    }

    private static String text(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
