package org.throughline.format.json;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.throughline.format.ByteSource;
import tools.jackson.core.JsonToken;

/** Finds where the records of one document probably stand, for whoever has no mapping of it yet. */
public final class JsonRowsFinder {
    private final Tokens tokens;
    private final Map<String, Long> objects = new LinkedHashMap<>();
    private final Deque<String> path = new ArrayDeque<>();

    private JsonRowsFinder(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The shortest path of an array with more than one object, such as {@code data.items[*]}; else of one with a single object.
     * Empty where the document is an array itself, or holds no array of objects.
     */
    public static Optional<String> rows(ByteSource source, String member) throws IOException {
        try (Tokens tokens = Tokens.of(JsonFormat.text(source, member), member)) {
            return new JsonRowsFinder(tokens).find();
        }
    }

    private Optional<String> find() throws IOException {
        if (tokens.next() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        walk();
        Comparator<Map.Entry<String, Long>> repeated = Comparator.comparing(entry -> entry.getValue() < 2);
        return objects.entrySet().stream()
                .min(repeated.thenComparing(entry ->
                        entry.getKey().chars().filter(letter -> letter == '.').count()))
                .map(Map.Entry::getKey);
    }

    private void walk() throws IOException {
        String name = "";
        JsonToken token = tokens.next();
        while (token != null) {
            if (token == JsonToken.PROPERTY_NAME) {
                name = tokens.name();
            } else if (token.isStructStart()) {
                enter(token, name);
                name = "";
            } else if (token.isStructEnd() && !path.isEmpty()) {
                path.pop();
            }
            token = tokens.next();
        }
    }

    /** An object in an array adds nothing to the path; a name that a path cannot write leads nowhere. */
    private void enter(JsonToken token, String name) {
        String around = path.isEmpty() ? "" : path.peek();
        boolean element = around.endsWith("[*]") && name.isEmpty();
        String here = element ? around : around + (around.isEmpty() ? "" : ".") + name;
        if (token == JsonToken.START_ARRAY) {
            path.push(here + "[*]");
            return;
        }
        if (around.endsWith("[*]") && here.equals(around)) {
            objects.merge(around, 1L, Long::sum);
        }
        path.push(here);
    }
}
