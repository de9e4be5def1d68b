package org.throughline.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.mapping.Binding;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** Tells of an absent column once: with the first file of a feed, and where the file loaded before still had it. */
final class GoneColumns {

    private GoneColumns() {}

    /**
     * What is to be told of a header.
     *
     * @param before the mapping bound to the header of the file loaded before; empty for a feed's first
     */
    static List<Problem> news(List<Problem> found, Optional<Binding> before) {
        Set<String> known = before.map(GoneColumns::gone).orElse(Set.of());
        return found.stream()
                .filter(problem ->
                        !isGone(problem) || !known.contains(problem.place().column()))
                .toList();
    }

    private static Set<String> gone(Binding before) {
        return before.problems().stream()
                .filter(GoneColumns::isGone)
                .map(problem -> problem.place().column())
                .collect(Collectors.toSet());
    }

    private static boolean isGone(Problem problem) {
        return problem.code().equals(ProblemCode.COLUMN_GONE.name());
    }
}
