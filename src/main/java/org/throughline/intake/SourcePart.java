package org.throughline.intake;

import java.util.stream.Collectors;
import org.throughline.mapping.MappingSource;

/** The part of a mapping's files that says what a sender sends. */
final class SourcePart {

    private SourcePart() {}

    static boolean differs(MappingSource one, MappingSource other) {
        return !text(one).equals(text(other));
    }

    private static String text(MappingSource source) {
        return source.files().values().stream().map(SourcePart::of).collect(Collectors.joining("\n"));
    }

    /** From the key {@code source} to the next key of the same rank. */
    private static String of(String file) {
        StringBuilder part = new StringBuilder();
        boolean inside = false;
        for (String line : file.split("\n", -1)) {
            if (!line.isBlank() && Character.isLetter(line.charAt(0))) {
                inside = line.startsWith("source:");
            }
            if (inside && !line.isBlank()) {
                part.append(line.stripTrailing()).append('\n');
            }
        }
        return part.toString();
    }
}
