package org.throughline.mapping;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.format.SourceRecord;
import org.throughline.mapping.value.Clean;
import org.throughline.mapping.value.Shape;
import org.throughline.mapping.value.ValueType;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** One source record while it is mapped: its typed values and what was found wrong with it. */
final class Row implements RecordValues {

    private static final int KEYS = 4;
    private static final byte UNREADABLE = 1;
    private static final byte MISSED = 2;
    private static final byte[] NO_FAULTS = {};

    private final SourceTable table;
    private final Columns columns;
    private final Facts facts;
    private final SourceRecord source;
    private final List<String> cells;
    private final Object[] values;
    private byte[] faults = NO_FAULTS;
    private String[] keys = new String[KEYS];
    private LocalDate day;
    private Set<Problem> problems = Set.of();

    Row(SourceTable table, Columns columns, Facts facts, SourceRecord source) {
        this.table = table;
        this.columns = columns;
        this.facts = facts;
        this.source = source;
        this.cells = source.cells();
        this.values = new Object[columns.fields().length];
    }

    /** Reads every field; what cannot be read is a problem, and the field then has no value. */
    void read(LocalDate receivedOn, LocalDate fileDay) {
        day = fileDay;
        for (SourceField field : columns.fields()) {
            String cell = raw(field);
            String text = Clean.trimmed(cell);
            if (field.missing().hold(text)) {
                missing(field);
            } else {
                read(field, field.type() == ValueType.STRING ? cell : text, receivedOn);
            }
        }
    }

    private void missing(SourceField field) {
        if (field.required() && !table.key().contains(field.name())) {
            if (field.broken() != Level.WARN) {
                fault(field, MISSED);
            }
            report(Problem.of(
                    ProblemCode.FIELD_MISSING,
                    field.broken(),
                    place(field),
                    "Column `" + column(field) + "` is empty; a value is required."));
        }
    }

    private void read(SourceField field, String text, LocalDate receivedOn) {
        Object value = field.cell().value(text, receivedOn);
        if (value == null) {
            spoil(field);
            reportCell(ProblemCode.FIELD_TYPE, field.broken(), field, "; expected " + field.expected() + ".");
            return;
        }
        values[field.index()] = value;
        for (int i = 0; i < field.constraints().size(); i++) {
            Constraint constraint = field.constraints().get(i);
            if (!constraint.holds().test(value)) {
                spoil(field);
                reportCell(
                        ProblemCode.FIELD_CONSTRAINT,
                        field.broken(),
                        field,
                        "; expected " + constraint.expected() + ".");
            }
        }
    }

    private void spoil(SourceField field) {
        if (field.broken() != Level.WARN) {
            fault(field, UNREADABLE);
        }
    }

    private void fault(SourceField field, byte kind) {
        if (faults.length == 0) {
            faults = new byte[values.length];
        }
        faults[field.index()] |= kind;
    }

    /** Leaves it at one problem for this field: what has no value for want of it is not reported again. */
    void alreadyReported(SourceField field) {
        fault(field, MISSED);
    }

    /** Reports that a cell holds what it should not: by its shape for everybody, by its text for the sender. */
    void reportCell(ProblemCode code, Level level, SourceField field, String andSo) {
        reportCell(code, level, field, new Reason(andSo, andSo));
    }

    void reportCell(ProblemCode code, Level level, SourceField field, Reason andSo) {
        String before = "Column `" + column(field) + "` holds ";
        String cell = raw(field);
        report(Problem.of(code, level, place(field), before + Shape.of(Clean.trimmed(cell)) + andSo.forAll())
                .telling(before + "`" + cell + "`" + andSo.forSender()));
    }

    /** Why a cell is wrong, and what was expected: for everybody, and for the sender. */
    record Reason(String forAll, String forSender) {}

    /** The day of the file, on which codes are in force or not. */
    LocalDate day() {
        if (day == null) {
            throw new IllegalArgumentException(
                    "The fact received.on is needed to judge codes that have days, but is not given.");
        }
        return day;
    }

    void report(Problem problem) {
        if (problems.isEmpty()) {
            problems = new LinkedHashSet<>();
        }
        problems.add(problem);
    }

    /** The key by this rule, or null where a part of it is missing. */
    String key(KeyRule rule) {
        if (rule.place() >= keys.length) {
            keys = Arrays.copyOf(keys, rule.place() + KEYS);
        }
        String key = keys[rule.place()];
        if (key == null) {
            key = rule.joined(this);
            keys[rule.place()] = key;
        }
        return key;
    }

    /** The value of a field or fact, or null. */
    @Override
    public Object value(String name) {
        SourceField field = table.field(name);
        return field == null ? fact(name) : values[field.index()];
    }

    @Override
    public Object value(String name, int place) {
        return place < 0 ? fact(name) : values[place];
    }

    /** The value of a fact of the submission, or null. */
    Object fact(String name) {
        return facts.values().get(name);
    }

    /** The fact as it stands in a key, or null where it is missing. */
    String factInKey(String name) {
        return facts.inKey(name);
    }

    Object value(SourceField field) {
        return values[field.index()];
    }

    /** True where the field's cell could not be read; the record is held for it. */
    boolean unreadable(SourceField field, boolean orMissed) {
        return faults.length > 0 && (faults[field.index()] & (orMissed ? UNREADABLE | MISSED : UNREADABLE)) != 0;
    }

    /** True where every cell could be read, and none is empty that must not be. */
    boolean readable() {
        return faults.length == 0;
    }

    /** True where a cell of these could not be read, or is empty and must not be; the record is held for it. */
    boolean anyBroken(List<SourceField> fields) {
        return anyBroken(fields, true);
    }

    boolean anyBroken(List<SourceField> fields, boolean orMissed) {
        if (faults.length == 0) {
            return false;
        }
        for (SourceField field : fields) {
            if (unreadable(field, orMissed)) {
                return true;
            }
        }
        return false;
    }

    /** The cell as the sender wrote it; empty text where the column is absent. */
    @Override
    public String raw(SourceField field) {
        int position = columns.position(field);
        return position < 0 || position >= cells.size() ? "" : cells.get(position);
    }

    /** The column's name as the sender writes it. */
    String column(SourceField field) {
        return columns.name(field);
    }

    Place place() {
        return source.place();
    }

    Place place(SourceField field) {
        return source.place().in(column(field));
    }

    /** The place of these fields: a column where it is one, else the whole record. */
    Place place(List<SourceField> fields) {
        return fields.size() == 1 ? place(fields.get(0)) : place();
    }

    /** Names of columns for a message, such as {@code column `A`} or {@code columns `A`, `B`}. */
    String described(List<SourceField> fields) {
        List<String> names = fields.stream()
                .map(field -> "`" + column(field) + "`")
                .distinct()
                .toList();
        return (names.size() == 1 ? "column " : "columns ") + String.join(", ", names);
    }

    List<Problem> problems() {
        return problems.isEmpty() ? List.of() : List.copyOf(problems);
    }

    /** The values by name; fields without a value are absent. */
    Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        for (SourceField field : table.fields()) {
            if (values[field.index()] != null) {
                named.put(field.name(), values[field.index()]);
            }
        }
        return named;
    }
}
