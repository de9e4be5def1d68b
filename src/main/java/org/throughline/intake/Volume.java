package org.throughline.intake;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How many records a feed usually brings: the median of its last files, of the same day of the week where they are enough; and how
 * far the files before lay from what was usual then. Both are taken of logarithms, so that a half and a double are equally far,
 * and neither is moved by a few odd files.
 */
public final class Volume {
    /** How many of the last files are looked at. */
    public static final int FILES = 100;

    private static final int ENOUGH = 6;
    private static final int LEVEL = 8;
    private static final int ENOUGH_OF_ONE_WEEKDAY = 4;
    private static final int WEEK = 7;
    private static final int WEEKDAY_DAYS = 9 * WEEK;
    private static final double LEAST_SPREAD = 0.05;
    private static final double KEPT = 0.8;
    private static final double OF_KEPT = 1.5115;
    private static final double FAR = 4.5;
    private static final double MORE_FOR_FEW = 2;

    private final double[] sizes;
    private final long[] days;

    /** The usual size by the files before, the oldest first. */
    public Volume(List<Brought> before) {
        sizes = before.stream().mapToDouble(file -> log(file.records())).toArray();
        days = before.stream().mapToLong(file -> file.day().toEpochDay()).toArray();
    }

    /** How many records a file brought, and on which day. */
    public record Brought(LocalDate day, long records) {}

    /** What is odd about the size of a file. */
    public enum Kind {
        /** Far fewer records than usual. */
        SHRUNKEN,
        /** Far more records than usual. */
        SWOLLEN
    }

    /**
     * A file of an odd size.
     *
     * @param usual how many records are usual
     */
    public record Odd(Kind kind, long records, long usual) {}

    /** What is odd about this file; empty where it is usual, or too few came before to tell. */
    public Optional<Odd> odd(Brought file) {
        double[] errors = errors();
        if (errors.length < ENOUGH || file.records() == 0 && hadNothing()) {
            return Optional.empty();
        }
        double middle = middle(sizes.length, file.day().toEpochDay());
        double distance = (log(file.records()) - middle) / spread(errors, middle);
        if (Math.abs(distance) < FAR * (1 + MORE_FOR_FEW / errors.length)) {
            return Optional.empty();
        }
        Kind kind = distance < 0 ? Kind.SHRUNKEN : Kind.SWOLLEN;
        return Optional.of(new Odd(kind, file.records(), Math.round(Math.expm1(middle))));
    }

    private boolean hadNothing() {
        return Arrays.stream(sizes).anyMatch(size -> size == 0);
    }

    /** What was usual when so many files had come, for a file of this day. */
    private double middle(int count, long day) {
        double[] last = new double[LEVEL];
        int found = 0;
        for (int i = count - 1; i >= 0 && found < LEVEL && day - days[i] <= WEEKDAY_DAYS; i--) {
            if ((day - days[i]) % WEEK == 0) {
                last[found++] = sizes[i];
            }
        }
        return found >= ENOUGH_OF_ONE_WEEKDAY
                ? median(Arrays.copyOf(last, found))
                : median(Arrays.copyOfRange(sizes, Math.max(0, count - LEVEL), count));
    }

    /** How far each file lay from what was usual when it came, the nearest first. */
    private double[] errors() {
        int first = Math.max(ENOUGH_OF_ONE_WEEKDAY, sizes.length - FILES / 2);
        return IntStream.range(Math.min(first, sizes.length), sizes.length)
                .mapToDouble(i -> Math.abs(sizes[i] - middle(i, days[i])))
                .sorted()
                .toArray();
    }

    /** Of the nearest files only, so that odd ones do not hide the next; counts vary by themselves with their root. */
    private static double spread(double[] errors, double middle) {
        int kept = (int) Math.ceil(errors.length * KEPT);
        double squares =
                Arrays.stream(errors).limit(kept).map(error -> error * error).sum();
        double spread = OF_KEPT * Math.sqrt(squares / kept);
        return Math.max(Math.max(spread, LEAST_SPREAD), Math.exp(-middle / 2));
    }

    private static double log(long records) {
        return Math.log1p(records);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
}
