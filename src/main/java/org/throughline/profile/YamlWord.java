package org.throughline.profile;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes texts so that YAML reads the same text again. */
public final class YamlWord {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*( [A-Za-z0-9_./-]+)*");
    private static final Set<String> NULLS = Set.of("null", "Null", "NULL");

    private YamlWord() {}

    /** The text, quoted where it must be. */
    public static String of(String text) {
        if (PLAIN.matcher(text).matches() && !NULLS.contains(text)) {
            return text;
        }
        boolean control = text.codePoints().anyMatch(letter -> Character.isISOControl(letter) || letter > 0xFFFF);
        return control ? doubled(text) : "'" + text.replace("'", "''") + "'";
    }

    private static String doubled(String text) {
        StringBuilder written = new StringBuilder("\"");
        text.chars().forEach(letter -> {
            if (letter == '"' || letter == '\\') {
                written.append('\\').append((char) letter);
            } else if (letter < ' ' || letter > 126) {
                written.append(String.format("\\u%04X", letter));
            } else {
                written.append((char) letter);
            }
        });
        return written.append('"').toString();
    }

    /** A list on one line. */
    public static String list(List<String> texts) {
        return texts.stream().map(YamlWord::of).collect(Collectors.joining(", ", "[", "]"));
    }
}
