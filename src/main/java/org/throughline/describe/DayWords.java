package org.throughline.describe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Turns the date patterns of mappings into those of C and Python, which Table Schema uses. */
final class DayWords {
    private static final Map<String, String> LETTERS = letters();

    private DayWords() {}

    private static Map<String, String> letters() {
        Map<String, String> letters = new LinkedHashMap<>();
        letters.put("yyyy", "%Y");
        letters.put("uuuu", "%Y");
        letters.put("yy", "%y");
        letters.put("MMM", "%b");
        letters.put("MM", "%m");
        letters.put("M", "%m");
        letters.put("dd", "%d");
        letters.put("d", "%d");
        letters.put("HH", "%H");
        letters.put("H", "%H");
        letters.put("hh", "%I");
        letters.put("h", "%I");
        letters.put("mm", "%M");
        letters.put("ss", "%S");
        letters.put("a", "%p");
        return letters;
    }

    /** The same pattern; empty where it has parts that Table Schema cannot say. */
    static Optional<String> strptime(String pattern) {
        StringBuilder said = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            String rest = pattern.substring(at);
            Optional<String> letter =
                    LETTERS.keySet().stream().filter(rest::startsWith).findFirst();
            if (letter.isPresent()) {
                said.append(LETTERS.get(letter.get()));
                at += letter.get().length();
            } else if (rest.startsWith("'") && rest.indexOf('\'', 1) > 1) {
                said.append(rest, 1, rest.indexOf('\'', 1));
                at += rest.indexOf('\'', 1) + 1;
            } else if (Character.isLetter(rest.charAt(0)) || rest.charAt(0) == '[') {
                return Optional.empty();
            } else {
                said.append(rest.charAt(0));
                at++;
            }
        }
        return Optional.of(said.toString());
    }
}
