package org.throughline.intake;

import java.time.LocalDate;
import java.util.List;
import org.throughline.intake.Volume.Brought;

/**
 * The usual size of a feed's next file, in logarithms, by those before it: a level, the day of the week, and a trend. Of a short
 * and a long memory, with and without the trend, that one is taken which would have foretold the past best; how far off it would
 * have been is what chance explains.
 */
final class Foretelling {
    private static final int SHORT = 6;
    private static final int LONG = 24;
    private static final int ENOUGH = 6;
    private static final int ENOUGH_FOR_TREND = 12;
    private static final int PARTS = 3;
    private static final double LEAST_SPREAD = 0.05;
    private static final double OF_COUNTING = 1.1;
    private static final double MOST = 0.95;
    private static final int MONTHS = 12;
    private static final double YEAR = 365;
    private static final double FARTHER_FOR_MANY = 0.29;
    private static final double FARTHER_FOR_FEW = 3;

    private final long[] days;
    private final Weekdays weekdays;
    private final Level level;
    private final double middle;

    /** What these files foretell, the oldest first. */
    Foretelling(List<Brought> before) {
        days = before.stream().mapToLong(file -> file.day().toEpochDay()).toArray();
        double[] sizes = before.stream().mapToDouble(Brought::size).toArray();
        middle = sizes.length == 0 ? 0 : Robust.median(sizes, 0, sizes.length);
        weekdays = new Weekdays(sizes, days);
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] -= weekdays.effect(days[i]);
        }
        level = best(sizes);
    }

    private Level best(double[] sizes) {
        double slope = slope(sizes);
        Level brief = better(new Level(sizes, days, 0, SHORT), new Level(sizes, days, slope, SHORT));
        Level steady = better(new Level(sizes, days, 0, LONG), new Level(sizes, days, slope, LONG));
        return better(brief, steady);
    }

    private static Level better(Level one, Level other) {
        return other.spread(1) < one.spread(1) ? other : one;
    }

    /** Growth by day, from the first third of the files to the last. */
    private double slope(double[] sizes) {
        int count = sizes.length;
        if (count < ENOUGH_FOR_TREND) {
            return 0;
        }
        int part = count / PARTS;
        double apart = (days[count - 1] + days[count - part] - days[0] - days[part - 1]) / 2.0;
        double growth = Robust.middle(sizes, count - part, count) - Robust.middle(sizes, 0, part);
        return growth / Math.max(1, apart);
    }

    /** True where enough files came to know how far so many of them lie from what is usual. */
    boolean isFounded(int run) {
        return level.known(run) >= ENOUGH;
    }

    /** The usual size of the next file, when it comes on this day. */
    double usual(LocalDate day) {
        return level.at(day.toEpochDay()) + weekdays.effect(day.toEpochDay());
    }

    /**
     * How far the mean of so many files lies from what is usual by chance. Feeds that come more often are given more room, so that
     * each feed is wrongly told of about equally seldom in a year. Small numbers of people lie evenly around their mean by their
     * roots, not by their logarithms.
     *
     * @param far in spreads, for a file a month
     * @param counting variance that a number has just because it counts people
     */
    double chance(int run, double far, double counting) {
        int count = days.length;
        double aYear = (count - 1) * YEAR / Math.max(1, days[count - 1] - days[0]);
        double room = 1 + FARTHER_FOR_FEW / level.known(run);
        double spreads = (far + FARTHER_FOR_MANY * Math.log(aYear / MONTHS)) * room;
        double counted = Math.min(MOST, spreads * OF_COUNTING * Math.sqrt(counting) / 2);
        return Math.hypot(spreads * noise(run), -2 * Math.log1p(-counted));
    }

    /** By how much the mean of so many files varies. */
    double spread(int run, double counting) {
        return Math.hypot(noise(run), OF_COUNTING * Math.sqrt(counting));
    }

    /** What is left of the spread that was seen without that of mere counting, in files of the middle size. */
    private double noise(int run) {
        double seen = level.spread(run) * weekdays.doubt();
        return Math.sqrt(Math.max(LEAST_SPREAD * LEAST_SPREAD, seen * seen * run - Math.exp(-middle)) / run);
    }
}
