package org.throughline.linkage;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names as they are compared: capital letters without marks, apostrophes and periods. The raw value stays as it was sent. */
final class NameText {
    /** Letters that Unicode does not decompose. */
    private static final Map<Character, String> LETTERS =
            Map.of('Ł', "L", 'Ø', "O", 'Đ', "D", 'Æ', "AE", 'Œ', "OE", 'Þ', "TH", 'Ð', "D", 'ı', "I");

    private NameText() {}

    /** The parts of a name, which spaces, hyphens, commas and slashes divide; none for a blank one. */
    static List<String> parts(String raw) {
        var upper = Normalizer.normalize(raw, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT);
        var plain = new StringBuilder();
        upper.chars().forEach(c -> plain.append(LETTERS.getOrDefault((char) c, String.valueOf((char) c))));
        return Arrays.stream(plain.toString().split("[\\s\\p{Pd},/]+"))
                .map(part -> part.replaceAll("[^\\p{L}\\p{N}]", ""))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** A name as one word. */
    static String word(String raw) {
        return String.join("", parts(raw));
    }
}
