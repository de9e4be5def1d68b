package org.throughline.intake;

import java.util.stream.IntStream;

/** The level of a feed's sizes after each of its files: the middle of the last ones, moved by a trend. */
final class Level {
    private static final int FIRST = 4;

    private final double[] sizes;
    private final double[] middles;
    private final double slope;
    private final long last;
    private final double spread;

    /** The level of these sizes, which grow so much a day, by so many of the last files. */
    Level(double[] sizes, long[] days, double slope, int memory) {
        int count = sizes.length;
        this.slope = slope;
        last = count == 0 ? 0 : days[count - 1];
        this.sizes = IntStream.range(0, count)
                .mapToDouble(i -> sizes[i] - slope * (days[i] - last))
                .toArray();
        middles = Robust.middles(this.sizes, memory);
        spread = Robust.spread(errors(1));
    }

    /** By how much the mean of so many files in a row lay from the level before them. */
    double spread(int run) {
        return run == 1 ? spread : Robust.spread(errors(run));
    }

    /** How often so many files in a row could be held against the level before them. */
    int known(int run) {
        return Math.max(0, sizes.length - FIRST - run + 1);
    }

    /** What it is on a day after the last file. */
    double at(long day) {
        return middles[sizes.length] + slope * (day - last);
    }

    private double[] errors(int run) {
        double[] errors = new double[known(run)];
        for (int i = 0; i < errors.length; i++) {
            int first = FIRST + i;
            errors[i] = Robust.mean(sizes, first, first + run) - middles[first];
        }
        return errors;
    }
}
