package org.throughline.intake;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.throughline.intake.Volume.Brought;

/** Two made-up years of a feed that grows or fades, has its season, its days of the week and its noise. */
final class SimulatedFeed {
    static final int OF_TWO_YEARS = 730;
    private static final LocalDate START = LocalDate.parse("2025-01-01");
    private static final int MANY = 200;
    private static final double YEAR = 365;

    private final boolean lively;
    private final SplittableRandom random;
    private final int days;
    private final double size;
    private final double noise;
    private final double trend;
    private final double weekend;

    /**
     * A feed.
     *
     * @param lively where it grows or fades three times as fast, one file in forty brings two to four times as much, and Mondays and
     *     the first two days of a month half as much again
     */
    SimulatedFeed(long seed, int number, boolean lively) {
        this.lively = lively;
        random = new SplittableRandom(seed + number);
        days = List.of(1, 1, 1, 7, 7, 30).get(number % 6);
        size = Math.exp(4 + 6 * random.nextDouble());
        noise = 0.02 + 0.13 * random.nextDouble();
        trend = (random.nextDouble() - 0.4) * (lively ? 1.8 : 0.6) / YEAR;
        weekend = random.nextBoolean() ? 1 : 0.2 + 0.5 * random.nextDouble();
    }

    /** The days between its files. */
    int days() {
        return days;
    }

    /** Its files, the oldest first. */
    List<Brought> files() {
        List<Brought> files = new ArrayList<>();
        for (int day = 0; day < OF_TWO_YEARS; day += days) {
            LocalDate date = START.plusDays(day);
            files.add(new Brought(date, records(date)));
        }
        return files;
    }

    private long records(LocalDate day) {
        double usual = size * Math.exp(trend * START.until(day, ChronoUnit.DAYS));
        double season = 1 + 0.1 * Math.sin(day.getDayOfYear() * 2 * Math.PI / YEAR);
        double counted = usual * season * ofDay(day) * Math.exp(noise * random.nextGaussian());
        if (lively && random.nextInt(40) == 0) {
            counted *= 2 + 2 * random.nextDouble();
        }
        return poisson(counted);
    }

    private long poisson(double mean) {
        if (mean > MANY) {
            return Math.round(mean + Math.sqrt(mean) * random.nextGaussian());
        }
        long count = -1;
        for (double left = mean; left > 0; left += Math.log(1 - random.nextDouble())) {
            count++;
        }
        return Math.max(0, count);
    }

    private double ofDay(LocalDate day) {
        if (days > 1) {
            return 1;
        }
        int weekday = day.getDayOfWeek().getValue();
        boolean peak = lively && (weekday == 1 || day.getDayOfMonth() <= 2);
        return (weekday > 5 ? weekend : 1) * (peak ? 1.5 : 1);
    }
}
