package org.throughline.linkage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Short forms of first names: two names are related where a line of {@code linkage/nicknames.txt} holds both. */
final class Nicknames {
    private static final Map<String, Set<Integer>> LINES = read();

    private Nicknames() {}

    /** True where both can be names of the same person. */
    static boolean areRelated(String a, String b) {
        return !Collections.disjoint(LINES.getOrDefault(a, Set.of()), LINES.getOrDefault(b, Set.of()));
    }

    private static Map<String, Set<Integer>> read() {
        var lines = new HashMap<String, Set<Integer>>();
        int number = 0;
        for (var line : lines()) {
            number++;
            if (line.startsWith("#")) {
                continue;
            }
            for (var name : line.split("\\s+")) {
                lines.computeIfAbsent(name, any -> new HashSet<>()).add(number);
            }
        }
        return lines;
    }

    private static List<String> lines() {
        var stream = Objects.requireNonNull(Nicknames.class.getResourceAsStream("/linkage/nicknames.txt"));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
