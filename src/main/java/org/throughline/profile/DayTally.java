package org.throughline.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Counts by which ways of writing days the values of a column can be read. */
final class DayTally {
    private static final int PATIENCE = 200;

    private final long[] fits = new long[DayForm.ALL.size()];
    private List<Integer> alive = IntStream.range(0, fits.length).boxed().toList();
    private long seen;

    void add(String value) {
        seen++;
        if (value.chars().anyMatch(Character::isDigit)) {
            for (int form : alive) {
                fits[form] += DayForm.ALL.get(form).fits(value) ? 1 : 0;
            }
        }
        if (seen == PATIENCE) {
            alive = alive.stream().filter(form -> fits[form] > 0).toList();
        }
    }

    /** The ways that read as many values as the best one, where that reads nearly all; several where nothing tells them apart. */
    List<DayForm> best(double share) {
        long most = 0;
        for (long count : fits) {
            most = Math.max(most, count);
        }
        List<DayForm> best = new ArrayList<>();
        if (seen == 0 || most < share * seen) {
            return best;
        }
        for (int form = 0; form < fits.length; form++) {
            if (fits[form] == most) {
                best.add(DayForm.ALL.get(form));
            }
        }
        return best;
    }

    /** How many values the best way reads. */
    long read() {
        long most = 0;
        for (long count : fits) {
            most = Math.max(most, count);
        }
        return most;
    }
}
