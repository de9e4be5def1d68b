package org.throughline.intake;

import java.util.Arrays;

/** Middle and spread of numbers that a few odd ones do not move. */
final class Robust {
    private static final int QUARTERS = 4;
    private static final double KEPT = 0.9;
    private static final double OF_KEPT = 1.2669;

    private Robust() {}

    /** The mean of some of these numbers. */
    static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    /** The mean of some of these numbers without the quarter of the smallest and that of the greatest. */
    static double middle(double[] values, int from, int to) {
        return middle(sorted(values, from, to), to - from);
    }

    /** For each of these numbers, and after the last, the middle of so many before it; nought where none is before it. */
    static double[] middles(double[] values, int many) {
        double[] middles = new double[values.length + 1];
        double[] sorted = new double[many + 1];
        for (int i = 0; i < values.length; i++) {
            int held = Math.min(i, many);
            int place = held;
            for (; place > 0 && sorted[place - 1] > values[i]; place--) {
                sorted[place] = sorted[place - 1];
            }
            sorted[place] = values[i];
            if (held == many) {
                int gone = Arrays.binarySearch(sorted, values[i - many]);
                System.arraycopy(sorted, gone + 1, sorted, gone, many - gone);
            }
            middles[i + 1] = middle(sorted, Math.min(i + 1, many));
        }
        return middles;
    }

    private static double middle(double[] sorted, int count) {
        int left = (count + 1) / QUARTERS;
        return mean(sorted, left, count - left);
    }

    /** The median of some of these numbers. */
    static double median(double[] values, int from, int to) {
        double[] sorted = sorted(values, from, to);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** How far these lie from nought, by the nearest nine of ten; for a normal distribution its standard deviation. */
    static double spread(double[] errors) {
        double[] squares = errors.clone();
        for (int i = 0; i < squares.length; i++) {
            squares[i] *= squares[i];
        }
        Arrays.sort(squares);
        int kept = (int) Math.ceil(squares.length * KEPT);
        return kept == 0 ? Double.MAX_VALUE : OF_KEPT * Math.sqrt(mean(squares, 0, kept));
    }

    private static double[] sorted(double[] values, int from, int to) {
        double[] sorted = Arrays.copyOfRange(values, from, to);
        Arrays.sort(sorted);
        return sorted;
    }
}
