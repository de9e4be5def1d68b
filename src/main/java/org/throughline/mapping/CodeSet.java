package org.throughline.mapping;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param blank our code for an empty cell; null where there is none
 * @param other what becomes of a code that is not in the table
 */
record CodeSet(String name, String list, Map<String, String> table, String blank, Other other) {

    private static final int NAMED = 12;

    /**
     * The outcome for a code that is not in the crosswalk.
     *
     * @param code ours instead; empty text to keep theirs, null for none
     */
    record Other(Level level, String code) {}

    CodeSet {
        table = new LinkedHashMap<>(table);
    }

    /** Our code for theirs, or null. */
    String ours(String theirs) {
        return table.get(theirs);
    }

    /** Every code of ours that it can give. */
    Set<String> ours() {
        Set<String> ours = new HashSet<>(table.values());
        Stream.of(blank, other.code()).filter(Objects::nonNull).forEach(ours::add);
        return ours;
    }

    /** Our code for one that is not in the table; a problem that names the crosswalk. */
    String miss(Row row, SourceField field, String theirs) {
        row.reportCell(
                ProblemCode.CODE_NOT_IN_CROSSWALK,
                other.level(),
                field,
                ", which is not in the crosswalk `" + name + "`; expected one of " + expected() + ".");
        if (other.code() == null) {
            row.alreadyReported(field);
        }
        return other.code() == null || !other.code().isEmpty() ? other.code() : theirs;
    }

    private String expected() {
        List<String> codes = table.keySet().stream().limit(NAMED).toList();
        int more = table.size() - codes.size();
        return codes.stream().collect(Collectors.joining(", ")) + (more == 0 ? "" : " and " + more + " more");
    }

    /** True where the problem is about a code missing from the crosswalk of this name. */
    static boolean about(Problem problem, String name) {
        return problem.code().equals(ProblemCode.CODE_NOT_IN_CROSSWALK.name())
                && problem.fact().contains(" crosswalk `" + name + "`;");
    }
}
