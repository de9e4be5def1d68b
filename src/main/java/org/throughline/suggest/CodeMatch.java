package org.throughline.suggest;

import java.util.List;
import java.util.Map;

/**
 * How the codes of a column become ours.
 *
 * @param list the shared code list
 * @param from their codes to ours
 * @param reasons the reason for each of theirs
 * @param open their codes, with counts, that are left to the author
 * @param hidden how many further values there are, which do not look like codes and are not shown
 */
record CodeMatch(
        String list, Map<String, String> from, Map<String, String> reasons, Map<String, Long> open, long hidden) {

    /** True where something is left to the author. */
    boolean undecided() {
        return !open.isEmpty() || hidden > 0;
    }

    /** Such as {@code X, Y and 3 more}. */
    String openShown() {
        List<String> first = open.keySet().stream().limit(8).toList();
        int more = open.size() - first.size();
        String shown = String.join(", ", first) + (more > 0 ? " and " + more + " more" : "");
        String rest = hidden + (hidden == 1 ? " value that is not shown" : " values that are not shown");
        return hidden == 0 ? shown : shown + (shown.isEmpty() ? "" : ", and ") + rest;
    }
}
