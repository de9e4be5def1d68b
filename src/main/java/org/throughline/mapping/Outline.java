package org.throughline.mapping;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a compiled mapping agrees with its sender, for whoever is told about it: the columns, what becomes of them, the checks
 * and the examples.
 *
 * @param facts what the first file says of the feed, such as {@code version} or {@code receive.due.every}
 */
public record Outline(String id, String title, Map<String, String> facts, List<Table> tables) {

    public Outline {
        facts = Map.copyOf(facts);
        tables = List.copyOf(tables);
    }

    /** The outline of a mapping. */
    public static Outline of(Mapping mapping) {
        return new Outline(
                mapping.id(),
                mapping.title(),
                OutlineReading.facts(mapping.source()),
                mapping.members().stream()
                        .map(CompiledMember.class::cast)
                        .map(OutlineReading::table)
                        .toList());
    }

    /** The outline of one of a mapping's files. */
    public static Table of(MemberMapping member) {
        return OutlineReading.table((CompiledMember) member);
    }

    /**
     * One file of the sender.
     *
     * @param reading how it is read: {@code format}, {@code delimiter}, {@code encoding} and the like
     * @param ignored columns that are left aside, with the reason
     */
    public record Table(
            String member,
            boolean required,
            Map<String, String> reading,
            List<Column> columns,
            Map<String, String> ignored,
            List<Use> uses,
            List<Check> checks,
            List<Example> examples) {

        /** The columns whose values this use takes. */
        public List<Column> columns(Use use) {
            return columns.stream()
                    .filter(column -> use.fields().contains(column.field()))
                    .toList();
        }
    }

    /**
     * A column.
     *
     * @param field its name in the mapping
     * @param type a word of Frictionless Table Schema
     * @param expected what a cell must be, in the words of a message
     * @param formats how days are written
     * @param missing cells that count as empty
     * @param constraints by the words of Frictionless Table Schema
     * @param at {@code file:line}
     */
    public record Column(
            String field,
            String column,
            List<String> aka,
            String type,
            String expected,
            List<String> formats,
            boolean required,
            boolean optional,
            Optional<String> pii,
            List<String> missing,
            Map<String, List<String>> constraints,
            String at) {}

    /**
     * A canonical field and the columns that it comes from.
     *
     * @param target name of the canonical field; {@link #KEY} for the record's own key
     * @param fields names of the fields it comes from; none for a constant
     */
    public record Use(String entity, String target, boolean required, List<String> fields, Optional<Codes> codes) {
        /** Stands for the key of a record. */
        public static final String KEY = "key";

        /** True where a field gives the value, or the day by which its code is judged. */
        public boolean needs(String field) {
            return fields.contains(field)
                    || codes.flatMap(Codes::on).filter(field::equals).isPresent();
        }
    }

    /**
     * A crosswalk.
     *
     * @param list the shared code list
     * @param codes their codes and ours; one of theirs stands once for each stretch of days
     * @param on the field or fact whose day decides which codes count; empty for the day of the file
     * @param other what becomes of a code that is not in it
     */
    public record Codes(String name, String list, List<Code> codes, Optional<String> on, String other) {

        /** Their codes to ours; the last of several that count on different days. */
        public Map<String, String> table() {
            Map<String, String> table = new LinkedHashMap<>();
            codes.forEach(code -> table.put(code.theirs(), code.ours()));
            return table;
        }

        /** True where the day matters. */
        public boolean dated() {
            return codes.stream()
                    .anyMatch(code -> code.from().isPresent() || code.to().isPresent());
        }
    }

    /** A code of theirs, ours for it, and the first and last day on which it counts. */
    public record Code(String theirs, String ours, Optional<LocalDate> from, Optional<LocalDate> to) {}

    /** A check of the mapping's own, with the fields that it looks at. */
    public record Check(String id, String level, String says, String guidance, List<String> fields) {}

    /**
     * An example: the cells that are given, and the problems that must come of it.
     *
     * @param problems codes and check ids; none where the record is taken
     */
    public record Example(String name, Map<String, String> given, List<String> problems) {}
}
