package org.throughline.format.delimited;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/**
 * Holds the header against what every header needs: names, each once. Facts give positions, no names, since a file without a
 * header has a client's record in its place.
 */
final class HeaderCheck {
    private final Place place;
    private final Optional<List<String>> expected;

    /**
     * Checks a header.
     *
     * @param place where it stands
     * @param expected the names that it must have, where they are agreed
     */
    HeaderCheck(Place place, Optional<List<String>> expected) {
        this.place = place;
        this.expected = expected;
    }

    static String position(int index) {
        return "column " + (index + 1);
    }

    /** The first thing that is wrong with the header of the stream. */
    Optional<Problem> problem(RecordStream records) {
        if (records.headerFault().isPresent()) {
            return records.headerFault().map(this::unread);
        }
        List<String> names = records.header();
        if (names.isEmpty()) {
            String fact = "The file has no header: its first line is blank or there is none.";
            return Optional.of(problem(ProblemCode.HEADER_MISSING, 0, fact));
        }
        if (records.count() > Cells.COLUMN_LIMIT) {
            String fact = String.format("The header has more than %,d columns.", Cells.COLUMN_LIMIT);
            return Optional.of(problem(ProblemCode.FIELD_COUNT, Cells.COLUMN_LIMIT, fact));
        }
        return names(names).or(() -> expected.flatMap(agreed -> differs(names, agreed)));
    }

    private Problem unread(Fault fault) {
        Place exact = new Place(place.member(), 0, fault.line(), place.row(), position(fault.field()));
        return Problem.of(fault.code(), Level.HOLD_FILE, exact, fault.fact() + " It is part of the header.");
    }

    private Optional<Problem> names(List<String> names) {
        Map<String, Integer> seen = new HashMap<>();
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            if (name.isBlank()) {
                return Optional.of(problem(ProblemCode.HEADER_BLANK, index, "The column has no name."));
            }
            Integer first = seen.putIfAbsent(name, index);
            if (first != null) {
                String fact = "The column has the same name as " + position(first) + ".";
                Problem twice = problem(ProblemCode.HEADER_DUPLICATE, index, fact);
                return Optional.of(twice.telling(fact + " The name is " + name + "."));
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> differs(List<String> names, List<String> agreed) {
        int index = 0;
        while (index < agreed.size() && index < names.size() && names.get(index).equals(agreed.get(index))) {
            index++;
        }
        if (index == agreed.size() && index == names.size()) {
            return Optional.empty();
        }
        String next = index < agreed.size() ? "the column " + agreed.get(index) : "the end of the header";
        return Optional.of(problem(ProblemCode.HEADER_DIFFERS, index, "Expected here is " + next + "."));
    }

    private Problem problem(ProblemCode code, int index, String fact) {
        return Problem.of(code, Level.HOLD_FILE, place.in(position(index)), fact);
    }
}
