package org.throughline.intake;

import java.util.Arrays;

/** By how much the sizes of each day of the week differ from the week around them, for feeds that come several times a week. */
final class Weekdays {
    private static final int WEEK = 7;
    private static final int AROUND = 3;
    private static final int ENOUGH = 28;
    private static final int ENOUGH_OF_ONE = 4;

    private final double[] effects = new double[WEEK];
    private double doubt = 1;

    /** The days of the week of these sizes, the oldest first. */
    Weekdays(double[] sizes, long[] days) {
        int count = sizes.length;
        if (count < ENOUGH || days[count - 1] - days[count - ENOUGH] > 2 * ENOUGH) {
            return;
        }
        double[][] apart = new double[WEEK][count];
        int[] found = new int[WEEK];
        for (int i = 0; i < count; i++) {
            if (days[i] - days[0] >= AROUND && days[count - 1] - days[i] >= AROUND) {
                int weekday = weekday(days[i]);
                apart[weekday][found[weekday]++] = sizes[i] - around(sizes, days, i);
            }
        }
        for (int weekday = 0; weekday < WEEK; weekday++) {
            if (found[weekday] >= ENOUGH_OF_ONE) {
                effects[weekday] = Robust.middle(apart[weekday], 0, found[weekday]);
            }
        }
        doubt = Arrays.stream(found)
                .filter(files -> files >= ENOUGH_OF_ONE)
                .mapToDouble(files -> Math.sqrt((files + 1.0) / (files - 1)))
                .max()
                .orElse(1);
    }

    private static double around(double[] sizes, long[] days, int file) {
        int from = file;
        while (from > 0 && days[file] - days[from - 1] <= AROUND) {
            from--;
        }
        int to = file + 1;
        while (to < days.length && days[to] - days[file] <= AROUND) {
            to++;
        }
        return Robust.median(sizes, from, to);
    }

    /** The effect of a day. */
    double effect(long day) {
        return effects[weekday(day)];
    }

    /** How much wider new files vary than those that the effects were taken from. */
    double doubt() {
        return doubt;
    }

    private static int weekday(long day) {
        return (int) Math.floorMod(day, (long) WEEK);
    }
}
