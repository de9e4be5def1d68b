package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.throughline.intake.Volume.Brought;
import org.throughline.intake.Volume.Kind;

/** Which files are odd by their size: two made-up years of 200 feeds, of which the second is looked at. */
final class VolumeTest {
    private static final LocalDate START = LocalDate.parse("2025-01-01");
    private static final LocalDate LOOKED = START.plusYears(1);
    private static final LocalDate END = START.plusYears(2);
    private static final int FEEDS = 200;
    private static final int MONTHS = 12;

    @Test
    void seldomTakesAUsualFileForShrunken() {
        Tally tally = new Tally();
        for (int number = 0; number < FEEDS; number++) {
            new Simulated(number).run(tally, 0);
        }

        assertThat(tally.looked).isGreaterThan(20_000);
        assertThat(tally.shrunken).as(tally.toString()).isLessThanOrEqualTo(MONTHS);
        assertThat(tally.swollen).as(tally.toString()).isLessThanOrEqualTo(MONTHS);
    }

    @Test
    void findsWhatHasShrunkenToAQuarter() {
        Tally tally = new Tally();
        for (int number = 0; number < FEEDS; number++) {
            new Simulated(number).run(tally, 0.25);
        }

        assertThat(tally.planted).isGreaterThan(200);
        assertThat(tally.found).as(tally.toString()).isGreaterThanOrEqualTo((long) Math.ceil(tally.planted * 0.99));
    }

    @Test
    void tellsWhatIsUsual() {
        List<Brought> before = new ArrayList<>();
        for (int day = 0; day < 10; day++) {
            before.add(new Brought(START.plusDays(day), 1_000 + day));
        }
        Volume volume = new Volume(before);

        assertThat(volume.odd(new Brought(START, 400))).contains(new Volume.Odd(Kind.SHRUNKEN, 400, 1_005));
        assertThat(volume.odd(new Brought(START, 3_000))).contains(new Volume.Odd(Kind.SWOLLEN, 3_000, 1_005));
        assertThat(volume.odd(new Brought(START, 0))).contains(new Volume.Odd(Kind.SHRUNKEN, 0, 1_005));
        assertThat(volume.odd(new Brought(START, 990))).isEmpty();
    }

    @Test
    void saysNothingAfterFewFiles() {
        assertThat(new Volume(List.of(new Brought(START, 1_000))).odd(new Brought(START, 1)))
                .isEmpty();
        assertThat(new Volume(List.of()).odd(new Brought(START, 1))).isEmpty();
    }

    @Test
    void takesNothingToReportForUsualWhereItHasBeenSoBefore() {
        List<Brought> before = new ArrayList<>();
        for (int day = 0; day < 10; day++) {
            before.add(new Brought(START.plusDays(day), day == 4 ? 0 : 100));
        }

        assertThat(new Volume(before).odd(new Brought(START, 0))).isEmpty();
    }

    private static final class Tally {
        private long looked;
        private long shrunken;
        private long swollen;
        private long planted;
        private long found;

        @Override
        public String toString() {
            return looked + " files, " + shrunken + " shrunken, " + swollen + " swollen; " + found + " of " + planted
                    + " planted ones found";
        }
    }

    /** A feed whose files grow or fade over the year, have their days of the week, their noise and now and then a burst. */
    private static final class Simulated {
        private final Random random;
        private final int days;
        private final double size;
        private final double noise;
        private final double trend;
        private final double weekend;

        Simulated(int number) {
            random = new Random(number);
            days = List.of(1, 1, 1, 7, 7, 30).get(number % 6);
            size = Math.exp(4 + 6 * random.nextDouble());
            noise = 0.02 + 0.13 * random.nextDouble();
            trend = (random.nextDouble() - 0.4) * 0.6 / 365;
            weekend = random.nextBoolean() ? 1 : 0.2 + 0.5 * random.nextDouble();
        }

        /** Every fiftieth file is planted, shrunken to this part; none where it is 0. */
        void run(Tally tally, double part) {
            List<Brought> history = new ArrayList<>();
            int count = 0;
            for (LocalDate day = START; day.isBefore(END); day = day.plusDays(days)) {
                Brought file = new Brought(day, records(day));
                boolean late = !day.isBefore(LOOKED);
                List<Brought> before = history.subList(Math.max(0, history.size() - Volume.FILES), history.size());
                if (late && part > 0 && count++ % (days == 1 ? 50 : 6) == 5) {
                    Optional<Volume.Odd> odd =
                            new Volume(before).odd(new Brought(day, Math.round(file.records() * part)));
                    tally.planted++;
                    tally.found +=
                            odd.filter(one -> one.kind() == Kind.SHRUNKEN).isPresent() ? 1 : 0;
                } else if (late && part == 0) {
                    Optional<Volume.Odd> odd = new Volume(before).odd(file);
                    tally.looked++;
                    tally.shrunken +=
                            odd.filter(one -> one.kind() == Kind.SHRUNKEN).isPresent() ? 1 : 0;
                    tally.swollen +=
                            odd.filter(one -> one.kind() == Kind.SWOLLEN).isPresent() ? 1 : 0;
                }
                history.add(file);
            }
        }

        private long records(LocalDate day) {
            double usual = size * Math.exp(trend * START.until(day, java.time.temporal.ChronoUnit.DAYS));
            double season = 1 + 0.1 * Math.sin(day.getDayOfYear() * 2 * Math.PI / 365);
            double ofWeek = days == 1 && day.getDayOfWeek().getValue() > 5 ? weekend : 1;
            double counted = usual * season * ofWeek * Math.exp(noise * random.nextGaussian());
            return Math.max(0, Math.round(counted + Math.sqrt(counted) * random.nextGaussian()));
        }
    }
}
