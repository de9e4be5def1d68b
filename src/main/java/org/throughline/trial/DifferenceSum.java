package org.throughline.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Differences of several files in sum. */
public record DifferenceSum(
        long rows,
        long changed,
        long newlyHeld,
        long newlyTaken,
        long lost,
        List<FieldChange> fields,
        Map<String, RowDifference.Shift> problems) {

    public DifferenceSum {
        fields = List.copyOf(fields);
    }

    /** The sum of these. */
    public static DifferenceSum of(List<RowDifference> differences) {
        return new DifferenceSum(
                sum(differences, RowDifference::rows),
                sum(differences, one -> one.changed().count()),
                sum(differences, one -> one.newlyHeld().count()),
                sum(differences, one -> one.newlyTaken().count()),
                sum(differences, one -> one.lost().count()),
                fields(differences),
                problems(differences));
    }

    private static long sum(List<RowDifference> differences, ToLongFunction<RowDifference> count) {
        return differences.stream().mapToLong(count).sum();
    }

    private static List<FieldChange> fields(List<RowDifference> differences) {
        Map<String, FieldChange> fields = new LinkedHashMap<>();
        differences.stream()
                .flatMap(one -> one.fields().stream())
                .forEach(field -> fields.merge(
                        field.entity() + "." + field.field(),
                        field,
                        (one, other) -> new FieldChange(
                                one.entity(),
                                one.field(),
                                one.set() + other.set(),
                                one.cleared() + other.cleared(),
                                one.changed() + other.changed(),
                                one.places())));
        return List.copyOf(fields.values());
    }

    private static Map<String, RowDifference.Shift> problems(List<RowDifference> differences) {
        Map<String, RowDifference.Shift> problems = new TreeMap<>();
        differences.forEach(one -> one.problems()
                .forEach((code, shift) -> problems.merge(
                        code,
                        shift,
                        (left, right) ->
                                new RowDifference.Shift(left.gone() + right.gone(), left.fresh() + right.fresh()))));
        return problems;
    }
}
