package org.throughline.trial;

import java.util.List;
import java.util.Map;
import org.throughline.intake.SubmissionStatus;
import org.throughline.problem.Place;

/**
 * What another version of a mapping would make of one file.
 *
 * @param changed records that are taken both times and become something else
 * @param fields in which fields they differ
 * @param newlyHeld records that were taken and would be held or rejected
 * @param newlyTaken records that were held or rejected and would be taken
 * @param lost records that were taken and would be no record at all
 * @param problems code to how many records have it before and then, where that differs
 */
public record RowDifference(
        String file,
        long rows,
        SubmissionStatus before,
        SubmissionStatus after,
        Places changed,
        List<FieldChange> fields,
        Places newlyHeld,
        Places newlyTaken,
        Places lost,
        Map<String, Shift> problems) {

    public RowDifference {
        fields = List.copyOf(fields);
        problems = Map.copyOf(problems);
    }

    /** True where nothing differs. */
    public boolean none() {
        return before == after
                && changed.count() + newlyHeld.count() + newlyTaken.count() + lost.count() == 0
                && problems.isEmpty();
    }

    /** Records with the first of their places. */
    public record Places(long count, List<Place> first) {
        public Places {
            first = List.copyOf(first);
        }
    }

    /**
     * How many records a kind of problem leaves and how many it comes to.
     *
     * @param gone records that had it and would not
     * @param fresh records that would have it and had not
     */
    public record Shift(long gone, long fresh) {}
}
