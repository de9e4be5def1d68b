package org.throughline.format.hl7;

import java.nio.charset.Charset;
import java.util.HexFormat;

/** Resolves the escape sequences of a value (HL7 v2.5, 2.7). What it does not know stays as it is. */
final class Escapes {
    private final Delimiters delimiters;
    private final Charset charset;

    Escapes(Delimiters delimiters, Charset charset) {
        this.delimiters = delimiters;
        this.charset = charset;
    }

    /** The value meant; {@code ""}, by which a sender says that a value is to be deleted, is empty text. */
    String value(String text) {
        if (text.equals("\"\"")) {
            return "";
        }
        if (delimiters.escape() == Delimiters.NONE || text.indexOf(delimiters.escape()) < 0) {
            return text;
        }
        StringBuilder value = new StringBuilder(text.length());
        int from = 0;
        while (from < text.length()) {
            from = step(text, from, value);
        }
        return value.toString();
    }

    private int step(String text, int from, StringBuilder value) {
        int open = text.indexOf(delimiters.escape(), from);
        int close = open < 0 ? -1 : text.indexOf(delimiters.escape(), open + 1);
        if (close < 0) {
            value.append(text, from, text.length());
            return text.length();
        }
        value.append(text, from, open);
        String sequence = text.substring(open + 1, close);
        String meant = meant(sequence);
        if (meant == null) {
            value.append(text, open, close);
            return close;
        }
        value.append(meant);
        return close + 1;
    }

    private String meant(String sequence) {
        return switch (sequence) {
            case "F" -> String.valueOf(delimiters.field());
            case "S" -> String.valueOf(delimiters.component());
            case "T" -> String.valueOf(delimiters.subcomponent());
            case "R" -> String.valueOf(delimiters.repetition());
            case "E" -> String.valueOf(delimiters.escape());
            case "H", "N" -> "";
            case ".br", ".ce" -> "\n";
            default -> sequence.startsWith("X") ? hexadecimal(sequence.substring(1)) : null;
        };
    }

    private String hexadecimal(String digits) {
        boolean whole = !digits.isEmpty() && digits.length() % 2 == 0;
        return whole && digits.chars().allMatch(HexFormat::isHexDigit)
                ? new String(HexFormat.of().parseHex(digits), charset)
                : null;
    }
}
