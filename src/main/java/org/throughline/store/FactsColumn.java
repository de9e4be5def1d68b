package org.throughline.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.throughline.mapping.Facts;

/** Facts as a column and back: each value is a text with a letter for its type before it, such as {@code d:2026-10-05}. */
final class FactsColumn {
    private FactsColumn() {}

    /** The names, in the order of {@link #texts}. */
    static String[] names(Facts facts) {
        return facts.values().keySet().toArray(String[]::new);
    }

    /** The values as texts with their type. */
    static String[] texts(Facts facts) {
        return facts.values().values().stream()
                .map(value -> letter(value) + ":" + value)
                .toArray(String[]::new);
    }

    /** Facts from their names and texts. */
    static Facts read(Map<String, String> texts) {
        Map<String, Object> values = new LinkedHashMap<>();
        texts.forEach((name, text) -> values.put(name, value(text)));
        return new Facts(values);
    }

    private static char letter(Object value) {
        if (value instanceof LocalDate) {
            return 'd';
        }
        if (value instanceof LocalDateTime) {
            return 't';
        }
        if (value instanceof Long) {
            return 'i';
        }
        if (value instanceof Boolean) {
            return 'b';
        }
        return value instanceof Number ? 'n' : 's';
    }

    private static Object value(String written) {
        String text = written.substring(2);
        return switch (written.charAt(0)) {
            case 'd' -> LocalDate.parse(text);
            case 't' -> LocalDateTime.parse(text);
            case 'i' -> Long.valueOf(text);
            case 'b' -> Boolean.valueOf(text);
            case 'n' -> new BigDecimal(text);
            default -> text;
        };
    }
}
