package org.throughline.mapping;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.throughline.problem.Level;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/**
 * A crosswalk: how a sender's codes become ours.
 *
 * @param name the mapping's own name for it
 * @param list the shared list of our codes
 * @param table their code to ours
 * @param on the field or fact whose day decides which codes count; empty for the file's day
 * @param blank our code for an empty cell; null where there is none
 * @param other what becomes of a code that is not in the table
 */
record CodeSet(String name, String list, CodeTable table, Optional<Named> on, String blank, Other other) {

    private static final int NAMED = 12;

    /**
     * The outcome for a code that is not in the crosswalk.
     *
     * @param code ours instead; empty text to keep theirs, null for none
     */
    record Other(Level level, String code) {}

    /** Their codes to ours, for a record. */
    Map<String, String> codes(Row row) {
        return table.dated() ? table.on(day(row)) : table.always();
    }

    /** The day of the record where the crosswalk names one and the record has it, else that of the file. */
    private LocalDate day(Row row) {
        Object own = on.isPresent() ? on.get().value(row) : null;
        if (own == null) {
            return row.day();
        }
        return own instanceof LocalDateTime time ? time.toLocalDate() : (LocalDate) own;
    }

    /** True where the day of the record cannot be read, for which the record is held. */
    boolean undecided(Row row) {
        Optional<SourceField> field = table.dated() && on.isPresent() ? on.get().field() : Optional.empty();
        return field.isPresent() && row.unreadable(field.get(), false);
    }

    /** Every code of ours that it can give. */
    Set<String> ours() {
        Set<String> ours = new HashSet<>();
        table.lines().forEach(line -> ours.add(line.ours()));
        Stream.of(blank, other.code()).filter(Objects::nonNull).forEach(ours::add);
        return ours;
    }

    /** Our code for one that is not in the table, or not on this day; a problem that names the crosswalk. */
    String miss(Row row, SourceField field, String theirs) {
        if (table.theirs().contains(theirs)) {
            notInForce(row, field, theirs);
        } else {
            row.reportCell(
                    ProblemCode.CODE_NOT_IN_CROSSWALK,
                    other.level(),
                    field,
                    ", which is not in the crosswalk `" + name + "`; expected one of " + expected(row) + ".");
        }
        if (other.code() == null) {
            row.alreadyReported(field);
        }
        return other.code() == null || !other.code().isEmpty() ? other.code() : theirs;
    }

    /** Only the sender is told the days of the code, which may tell the code, and the day of the record. */
    private void notInForce(Row row, SourceField field, String theirs) {
        boolean own = on.flatMap(Named::field)
                .filter(named -> row.value(named) != null)
                .isPresent();
        LocalDate day = day(row);
        String which = ", a code of the crosswalk `" + name + "`; ";
        String expected = "; expected one of " + expected(row) + ".";
        row.reportCell(
                ProblemCode.CODE_NOT_IN_FORCE,
                other.level(),
                field,
                new Row.Reason(
                        which + "it is not in force on the day of the " + (own ? "record" : "file, " + day) + expected,
                        which + "it is in force " + table.inForce(theirs) + ", and the day of the "
                                + (own ? "record" : "file") + " is " + day + expected));
    }

    private String expected(Row row) {
        Set<String> known = codes(row).keySet();
        List<String> codes = known.stream().limit(NAMED).toList();
        int more = known.size() - codes.size();
        return codes.stream().collect(Collectors.joining(", ")) + (more == 0 ? "" : " and " + more + " more");
    }

    /** True where the problem is about a code that the crosswalk of this name does not take. */
    static boolean about(Problem problem, String name) {
        return (problem.code().equals(ProblemCode.CODE_NOT_IN_CROSSWALK.name())
                        || problem.code().equals(ProblemCode.CODE_NOT_IN_FORCE.name()))
                && problem.fact().contains(" crosswalk `" + name + "`;");
    }
}
