package org.throughline.format.fixedwidth;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** Holds what a header or trailer says against what the file holds; a disagreement gives both numbers. */
final class ControlCheck {
    /** A total over fewer records comes too near to the value of one. */
    private static final int FEW = 11;

    private final String role;
    private final ControlRecord record;
    private final ControlLine line;
    private final Map<String, TypeTally> tallies;
    private final long all;

    /**
     * A check of one control record.
     *
     * @param role header or trailer
     * @param tallies the records of the file
     */
    ControlCheck(String role, ControlRecord record, ControlLine line, Tallies tallies) {
        this.role = role;
        this.record = record;
        this.line = line;
        this.tallies = tallies.byType();
        this.all = tallies.all();
    }

    /**
     * The records of the file.
     *
     * @param all those that are neither header nor trailer, whatever their type
     */
    record Tallies(Map<String, TypeTally> byType, long all) {}

    List<Problem> problems() {
        return Stream.of(
                        Stream.of(tail()),
                        record.fields().stream().map(this::field),
                        record.counts().stream().map(this::count),
                        record.totals().stream().map(this::total))
                .flatMap(found -> found)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Problem> tail() {
        if (line.lastText() <= record.end()) {
            return Optional.empty();
        }
        String fact = String.format(
                "The %s has text at character %,d, but ends at %,d.", role, line.lastText(), record.end());
        return Optional.of(Problem.of(ProblemCode.CONTROL_FIELD, line.place(), fact));
    }

    private Optional<Problem> field(ControlField control) {
        String value = line.cell(control.field()).strip();
        return control.fault(value).map(fault -> {
            String name = "The field `" + control.field().name() + "` of the " + role;
            return Problem.of(ProblemCode.CONTROL_FIELD, line.place(control.field()), name + " " + fault + ".")
                    .telling(name + (value.isEmpty() ? "" : ", " + value + ",") + " " + fault + ".");
        });
    }

    private Optional<Problem> count(ControlCount control) {
        String value = line.cell(control.field()).strip();
        if (!value.matches("\\d{1,18}")) {
            return Optional.of(unread(control.field(), "number of records"));
        }
        long said = Long.parseLong(value);
        long held = control.of().isEmpty()
                ? all
                : control.of().stream().mapToLong(this::held).sum();
        String of = control.of().isEmpty() ? "" : " of " + String.join(", ", control.of());
        String fact = String.format("The %s says %,d %s%s, the file holds %,d.", role, said, records(said), of, held);
        return said == held
                ? Optional.empty()
                : Optional.of(Problem.of(ProblemCode.CONTROL_TOTAL, line.place(control.field()), fact));
    }

    private static String records(long count) {
        return count == 1 ? "record" : "records";
    }

    private long held(String type) {
        return tallies.containsKey(type) ? tallies.get(type).count() : 0;
    }

    private Optional<Problem> total(ControlTotal control) {
        Optional<BigDecimal> said = Optional.of(line.cell(control.field()))
                .filter(text -> !text.isBlank())
                .flatMap(TypeTally::number);
        if (said.isEmpty()) {
            return Optional.of(unread(control.field(), "total"));
        }
        TypeTally tally = tallies.getOrDefault(control.of(), new TypeTally());
        BigDecimal held = tally.total(control.summed());
        if (said.get().compareTo(held) == 0 && !tally.hasUnread()) {
            return Optional.empty();
        }
        String what = "`" + control.summed().name() + "` of " + control.of();
        String unread = tally.hasUnread() ? " Not every record has a number there." : "";
        String fact = String.format("The %s and the file disagree about the total of %s.", role, what) + unread;
        String both = String.format(
                "The %s says that %s adds up to %,.2f, the file holds %,.2f.", role, what, said.get(), held);
        Problem problem = Problem.of(
                ProblemCode.CONTROL_TOTAL, line.place(control.field()), tally.count() < FEW ? fact : both + unread);
        return Optional.of(problem.telling(both + unread));
    }

    private Problem unread(FixedField field, String what) {
        String fact = "The field `" + field.name() + "` of the " + role + " holds no " + what + ".";
        return Problem.of(ProblemCode.CONTROL_FIELD, line.place(field), fact);
    }
}
