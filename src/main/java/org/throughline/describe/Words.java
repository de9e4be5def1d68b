package org.throughline.describe;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.mapping.Outline;

/** What both machine-readable descriptions say of a column. */
final class Words {

    private Words() {}

    /** A name of small letters, digits and hyphens. */
    static String slug(String text) {
        return text.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** What becomes of a column, in a sentence. */
    static String becomes(Outline.Table table, Outline.Column column) {
        String targets = table.uses().stream()
                .filter(use -> use.fields().contains(column.field()))
                .map(use -> use.entity() + "." + use.target())
                .distinct()
                .collect(Collectors.joining(", "));
        return (targets.isEmpty() ? "Used in checks and conditions only." : "Becomes " + targets + ".")
                + " Expected is " + column.expected() + ".";
    }

    /** The codes that a column may hold; empty where it holds no codes, or others are taken too. */
    static Optional<Outline.Codes> codes(Outline.Table table, Outline.Column column) {
        return table.uses().stream()
                .filter(use -> use.fields().equals(List.of(column.field())))
                .flatMap(use -> use.codes().stream())
                .findFirst();
    }

    /** The days on which a code counts, such as {@code from 2023-10-01 to 2025-09-30}; empty text for all days. */
    static String days(Outline.Code code) {
        return Stream.of(code.from().map(day -> "from " + day), code.to().map(day -> "to " + day))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    /** A text with the days behind it, if there are any. */
    static String dated(String text, Outline.Code code) {
        String days = days(code);
        return days.isEmpty() ? text : text + " (" + days + ")";
    }

    /** The day by which codes that have days are judged. */
    static String day(Outline.Table table, Outline.Codes codes) {
        String file = "the first day of the file's period, or the day of arrival where it has none";
        return codes.on()
                        .map(on -> "that of " + named(table, on) + "; where it is empty, ")
                        .orElse("")
                + file;
    }

    private static String named(Outline.Table table, String field) {
        return table.columns().stream()
                .filter(column -> column.field().equals(field))
                .map(Outline.Column::column)
                .findFirst()
                .orElse(field);
    }

    /** True where any other code holds the row or the file. */
    static boolean closed(Outline.Codes codes) {
        return codes.other().startsWith("hold");
    }

    /** The constraints with numbers as numbers. */
    static Map<String, Object> constraints(Outline.Column column) {
        boolean numeric = column.type().equals("integer") || column.type().equals("number");
        Map<String, Object> constraints = new LinkedHashMap<>();
        column.constraints().forEach((name, values) -> {
            String first = values.isEmpty() ? "" : values.get(0);
            boolean length = name.equals("minLength") || name.equals("maxLength");
            boolean bound = name.equals("minimum") || name.equals("maximum");
            if (name.equals("required")) {
                constraints.put(name, Boolean.valueOf(first));
            } else if (name.equals("enum")) {
                constraints.put(name, values);
            } else {
                constraints.put(name, length || bound && numeric ? new BigDecimal(first) : first);
            }
        });
        return constraints;
    }

    /** The columns of the first key of a table, in its order. */
    static List<String> key(Outline.Table table) {
        return table.uses().stream()
                .filter(use -> use.target().equals(Outline.Use.KEY))
                .findFirst()
                .map(use -> use.fields().stream()
                        .flatMap(field -> table.columns().stream()
                                .filter(column -> column.field().equals(field)))
                        .map(Outline.Column::column)
                        .toList())
                .orElse(List.of());
    }
}
