package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.throughline.intake.Volume.Brought;
import org.throughline.intake.Volume.Kind;

/** Which files are odd by their size: two made-up years of 200 feeds, of which the second is looked at. */
final class VolumeTest {
    private static final LocalDate START = LocalDate.parse("2025-01-01");
    private static final LocalDate LATER = START.plusDays(10);
    private static final LocalDate LOOKED = START.plusYears(1);
    private static final int FEEDS = 200;
    private static final int LIVELY = 60;
    private static final int MONTHS = 12;

    @Test
    void seldomTakesAUsualFileForOdd() {
        Told told = told(0, FEEDS, false);

        assertThat(told.files).isGreaterThan(20_000);
        assertThat(told.shrunken).as(told.toString()).isLessThanOrEqualTo(MONTHS);
        assertThat(told.swollen).as(told.toString()).isLessThanOrEqualTo(MONTHS);
    }

    @Test
    void seldomTakesAUsualFileForShrunkenWhereMuchHappens() {
        Told told = told(1_000, LIVELY, true);

        assertThat(told.shrunken).as(told.toString()).isLessThanOrEqualTo((long) MONTHS * LIVELY / FEEDS);
    }

    /** A half in one file is found where a feed varies little; no rule finds it at 99 % where a feed varies by 15 %. */
    @Test
    void findsAThirdInOneFileAndAHalfThatLasts() {
        Map<String, Found> found = found(0);

        assertThat(share(found, "quarter in one file")).isGreaterThanOrEqualTo(0.99);
        assertThat(share(found, "third in one file")).isGreaterThanOrEqualTo(0.99);
        assertThat(share(found, "third in three files")).isGreaterThanOrEqualTo(0.99);
        assertThat(share(found, "half in three files of 50 records and more")).isGreaterThanOrEqualTo(0.99);
        assertThat(share(found, "half in three files, every 7 days")).isGreaterThanOrEqualTo(0.99);
        assertThat(share(found, "half in three files, every 1 days")).isGreaterThanOrEqualTo(0.98);
        assertThat(share(found, "half in three files, every 30 days")).isGreaterThanOrEqualTo(0.9);
        assertThat(share(found, "half in one file")).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void tellsOfALossThatLastsWhereOneFileCannot() {
        List<Brought> before = new ArrayList<>();
        for (int week = 0; week < 30; week++) {
            before.add(new Brought(START.plusWeeks(week), 850 + 75 * (week * 7 % 5)));
        }
        for (int week = 30; week < 32; week++) {
            before.add(new Brought(START.plusWeeks(week), 650));
        }

        assertThat(new Volume(before.subList(0, 30)).odd(before.get(30))).isEmpty();
        assertThat(new Volume(before).odd(new Brought(START.plusWeeks(32), 650)))
                .contains(new Volume.Odd(Kind.SHRUNKEN, 3, 1_950, 3_014));
        assertThat(new Volume(before).odd(new Brought(START.plusWeeks(32), 1_000)))
                .isEmpty();
    }

    @Test
    void takesOneFileThatIsFarOffForNothingThatLasts() {
        List<Brought> before = new ArrayList<>();
        for (int week = 0; week < 30; week++) {
            before.add(new Brought(START.plusWeeks(week), week == 29 ? 1 : 850 + 75 * (week * 7 % 5)));
        }

        assertThat(new Volume(before).odd(new Brought(START.plusWeeks(30), 950)))
                .isEmpty();
    }

    @Test
    void tellsWhatIsUsual() {
        List<Brought> before = new ArrayList<>();
        for (int day = 0; day < 10; day++) {
            before.add(new Brought(START.plusDays(day), 1_000 + day));
        }
        Volume volume = new Volume(before);

        assertThat(volume.odd(new Brought(LATER, 400))).contains(new Volume.Odd(Kind.SHRUNKEN, 1, 400, 1_006));
        assertThat(volume.odd(new Brought(LATER, 3_000))).contains(new Volume.Odd(Kind.SWOLLEN, 1, 3_000, 1_006));
        assertThat(volume.odd(new Brought(LATER, 0))).contains(new Volume.Odd(Kind.SHRUNKEN, 1, 0, 1_006));
        assertThat(volume.odd(new Brought(LATER, 990))).isEmpty();
    }

    @Test
    void saysNothingAfterFewFiles() {
        assertThat(new Volume(List.of(new Brought(START, 1_000))).odd(new Brought(LATER, 1)))
                .isEmpty();
        assertThat(new Volume(List.of()).odd(new Brought(LATER, 1))).isEmpty();
    }

    @Test
    void takesNothingToReportForUsualWhereItHasBeenSoBefore() {
        List<Brought> before = new ArrayList<>();
        for (int day = 0; day < 10; day++) {
            before.add(new Brought(START.plusDays(day), day == 4 ? 0 : 100));
        }

        assertThat(new Volume(before).odd(new Brought(LATER, 0))).isEmpty();
    }

    /** How often a feed is told of: what goes on is told once. */
    private static Told told(long seed, int feeds, boolean lively) {
        Told told = new Told();
        for (int number = 0; number < feeds; number++) {
            List<Brought> files = new SimulatedFeed(seed, number, lively).files();
            Kind going = null;
            for (int i = first(files); i < files.size(); i++) {
                Kind kind = kind(before(files, i), files.get(i));
                told.files++;
                told.shrunken += kind == Kind.SHRUNKEN && kind != going ? 1 : 0;
                told.swollen += kind == Kind.SWOLLEN && kind != going ? 1 : 0;
                going = kind;
            }
        }
        return told;
    }

    /** Of planted losses, each of one file and each of three in a row, the share that was told of by part and by rhythm. */
    private static Map<String, Found> found(long seed) {
        Map<String, Found> found = new TreeMap<>();
        Map<String, Double> parts = Map.of("quarter", 1 / 4.0, "third", 1 / 3.0, "half", 1 / 2.0);
        for (int number = 0; number < FEEDS; number++) {
            SimulatedFeed feed = new SimulatedFeed(seed, number, false);
            List<Brought> files = feed.files();
            for (int i = first(files); i + 3 <= files.size(); i += feed.days() == 1 ? 49 : 5) {
                for (Map.Entry<String, Double> part : parts.entrySet()) {
                    boolean[] told = planted(files, i, part.getValue());
                    for (String of : List.of("", ", every " + feed.days() + " days", size(files, i))) {
                        count(found, part.getKey() + " in one file" + of, told[0]);
                        count(found, part.getKey() + " in three files" + of, told[0] || told[1] || told[2]);
                    }
                }
            }
        }
        return found;
    }

    private static String size(List<Brought> files, int from) {
        boolean small = files.subList(from, from + 3).stream().anyMatch(file -> file.records() < 50);
        return small ? " of fewer than 50 records" : " of 50 records and more";
    }

    private static double share(Map<String, Found> found, String what) {
        Found one = found.get(what);
        assertThat(one.planted).as(found.toString()).isGreaterThan(50);
        return one.share();
    }

    private static boolean[] planted(List<Brought> files, int from, double part) {
        List<Brought> changed = new ArrayList<>(files.subList(0, from));
        boolean[] told = new boolean[3];
        for (int i = 0; i < told.length; i++) {
            Brought whole = files.get(from + i);
            Brought shrunken = new Brought(whole.day(), Math.round(whole.records() * part));
            told[i] = kind(before(changed, changed.size()), shrunken) == Kind.SHRUNKEN;
            changed.add(shrunken);
        }
        return told;
    }

    private static void count(Map<String, Found> found, String what, boolean told) {
        found.merge(what, new Found(told ? 1 : 0, 1), Found::and);
    }

    private static List<Brought> before(List<Brought> files, int file) {
        return files.subList(Math.max(0, file - Volume.FILES), file);
    }

    private static int first(List<Brought> files) {
        return (int) files.stream().filter(file -> file.day().isBefore(LOOKED)).count();
    }

    private static Kind kind(List<Brought> before, Brought file) {
        return new Volume(before).odd(file).map(Volume.Odd::kind).orElse(null);
    }

    private static final class Told {
        private long files;
        private long shrunken;
        private long swollen;

        @Override
        public String toString() {
            return files + " files, told of as shrunken " + shrunken + ", as swollen " + swollen;
        }
    }

    private record Found(long found, long planted) {
        Found and(Found other) {
            return new Found(found + other.found, planted + other.planted);
        }

        double share() {
            return (double) found / planted;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f %% of %d", 100 * share(), planted);
        }
    }
}
