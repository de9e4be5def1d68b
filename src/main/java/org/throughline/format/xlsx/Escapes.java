package org.throughline.format.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that XML cannot hold, written as {@code _x000D_} (ECMA-376, part 1, 22.9.2.19). */
final class Escapes {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final int RADIX = 16;

    private Escapes() {}

    static String decode(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text).replaceAll(match -> {
            char character = (char) Integer.parseInt(match.group(1), RADIX);
            return Matcher.quoteReplacement(
                    Character.isSurrogate(character) ? match.group() : String.valueOf(character));
        });
    }

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (unfit(text, at)
                    || character == '_'
                            && ESCAPED.matcher(text).region(at, text.length()).lookingAt()) {
                encoded.append(String.format("_x%04X_", (int) character));
            } else {
                encoded.append(character);
            }
        }
        return encoded.toString();
    }

    /** True for what XML 1.0 cannot hold, and for a carriage return, which it would turn into a line feed. */
    private static boolean unfit(String text, int at) {
        char character = text.charAt(at);
        if (Character.isHighSurrogate(character)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(character)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return character < ' ' && character != '\t' && character != '\n' || character >= '\uFFFE';
    }
}
