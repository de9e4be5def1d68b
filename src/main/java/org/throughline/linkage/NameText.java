package org.throughline.linkage;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names as they are compared: capital letters without marks, apostrophes and periods. The raw value stays as it was sent. */
final class NameText {
    /** Letters that Unicode does not decompose. */
    private static final Map<Character, String> LETTERS =
            Map.of('Ł', "L", 'Ø', "O", 'Đ', "D", 'Æ', "AE", 'Œ', "OE", 'Þ', "TH", 'Ð', "D", 'ı', "I");

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd},/]+");
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]");

    private NameText() {}

    /** The parts of a name, which spaces, hyphens, commas and slashes divide; none for a blank one. */
    static List<String> parts(String raw) {
        if (raw.isBlank()) {
            return List.of();
        }
        var decomposed = Normalizer.normalize(raw, Normalizer.Form.NFKD);
        var upper = MARKS.matcher(decomposed).replaceAll("").toUpperCase(Locale.ROOT);
        return BETWEEN.splitAsStream(withPlainLetters(upper))
                .map(part -> PUNCTUATION.matcher(part).replaceAll(""))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String withPlainLetters(String upper) {
        var plain = new StringBuilder();
        for (int i = 0; i < upper.length(); i++) {
            char letter = upper.charAt(i);
            plain.append(letter < 0x80 ? String.valueOf(letter) : LETTERS.getOrDefault(letter, String.valueOf(letter)));
        }
        return plain.toString();
    }

    /** A name as one word. */
    static String word(String raw) {
        return String.join("", parts(raw));
    }
}
