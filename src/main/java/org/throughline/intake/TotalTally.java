package org.throughline.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.throughline.mapping.TotalRule;

/** Counts what a mapping's totals are about, over every record of a file that can be read, whatever becomes of it. */
final class TotalTally {
    private final List<TotalRule> rules;
    private final List<DistinctCount> distinct = new ArrayList<>();
    private final List<BigDecimal> sums = new ArrayList<>();

    TotalTally(List<TotalRule> rules) {
        this.rules = rules;
        rules.forEach(rule -> {
            distinct.add(new DistinctCount());
            sums.add(BigDecimal.ZERO);
        });
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    /** Adds one record's values by field; a field without value adds nothing. */
    void add(Map<String, Object> values) {
        for (int i = 0; i < rules.size(); i++) {
            Object value = values.get(rules.get(i).field());
            if (value != null && rules.get(i).distinct()) {
                distinct.get(i).add(value.toString());
            } else if (value != null) {
                sums.set(i, sums.get(i).add(new BigDecimal(value.toString())));
            }
        }
    }

    /** What the file holds, in the order of the rules. */
    List<BigDecimal> found() {
        List<BigDecimal> found = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            found.add(
                    rules.get(i).distinct() ? BigDecimal.valueOf(distinct.get(i).count()) : sums.get(i));
        }
        return found;
    }

    List<TotalRule> rules() {
        return rules;
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "TotalTally" + rules;
    }
}
