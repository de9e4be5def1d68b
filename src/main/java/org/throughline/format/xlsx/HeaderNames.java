package org.throughline.format.xlsx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/**
 * Holds the header against what every header needs: names, each once. Facts give columns by their letters, no names, since a
 * sheet without a header has a client's record in its place.
 */
final class HeaderNames {
    private final Place place;
    private final int from;

    HeaderNames(Outline outline, String member) {
        this.place = new Place(member, 0, 0, outline.headerRow(), "");
        this.from = outline.from();
    }

    /** The first thing that is wrong. */
    Optional<Problem> problem(List<String> names) {
        Map<String, Integer> seen = new HashMap<>();
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            if (name.isBlank()) {
                return Optional.of(problem(ProblemCode.HEADER_BLANK, index, "The column has no name."));
            }
            Integer first = seen.putIfAbsent(name, index);
            if (first != null) {
                String fact = "The column has the same name as " + position(first) + ".";
                return Optional.of(problem(ProblemCode.HEADER_DUPLICATE, index, fact)
                        .telling(fact + " The name is " + name + "."));
            }
        }
        return Optional.empty();
    }

    private String position(int index) {
        return "column " + CellReference.letters(index + from);
    }

    private Problem problem(ProblemCode code, int index, String fact) {
        return Problem.of(code, Level.HOLD_FILE, place.in(position(index)), fact);
    }
}
