package org.throughline.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.throughline.intake.Receipt;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/**
 * Takes a synthetic file of 20 columns and 5 checks, 2 % of its rows bad, from the disk to a committed receipt, and says how
 * many times longer that takes by the clock than {@code psql \copy} of the same file into a bare table of texts, in the same
 * run on the same server. Run by hand, against a server with its default durability.
 */
final class IntakeBench {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d/yyyy");
    private static final int COLUMNS = 20;
    private static final int SMALL_FILES = 200;

    private IntakeBench() {}

    /** Arguments: the folder to write into, and the number of rows. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        int rows = Integer.parseInt(args[1]);
        Path first = file(folder.resolve("first.csv"), rows, 0, 0);
        Path again = file(folder.resolve("again.csv"), rows, 1, 0);
        Path changed = file(folder.resolve("changed.csv"), rows, 0, 100);
        try (TestDatabase database = TestDatabase.migrated().open()) {
            IntakeScene scene = scene(database, folder);
            for (int round = 1; round <= 2; round++) {
                copy(database, first);
            }
            double peer = copy(database, first);
            told("first load", peer, () -> scene.run("bench/people", first));
            told("same file again", peer, () -> scene.run("bench/people", first));
            told("same rows, new file", peer, () -> scene.run("bench/people", again));
            told("1 % changed", peer, () -> scene.run("bench/people", changed));
            told("first load of another sender, warm", peer, () -> scene.run("other/people", first));
            new IntakeFloor(database, rows, peer).tell();
            small(scene, folder, peer);
            System.out.println("peak memory of the process: " + peak());
        }
    }

    /** A hub with two senders and their feeds {@code bench/people} and {@code other/people}. */
    static IntakeScene scene(TestDatabase database, Path folder) throws Exception {
        IntakeScene scene = new IntakeScene(database.hub(), folder, Path.of("src/test/resources/bench/mappings"));
        scene.rows(
                "insert into intake.sender (sender, title, kind) values ('bench', 'Synthetic', 'provider'), ('other', 'Synthetic too', 'provider') returning 1");
        scene.rows(
                "insert into intake.feed (sender, name, mapping) values ('bench', 'people', 'bench/people'), ('other', 'people', 'bench/people') returning 1");
        return scene;
    }

    /** Files of 1,000 rows: one alone, and 200 at once. */
    private static void small(IntakeScene scene, Path folder, double peer) throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i <= SMALL_FILES; i++) {
            files.add(file(folder.resolve("small" + i + ".csv"), 1_000, 0, i + 2));
        }
        told("1,000 rows", peer, () -> scene.run("bench/people", files.get(SMALL_FILES)));
        new IntakeBurst(scene).tell(files.subList(0, SMALL_FILES));
    }

    /** The most memory that the process has held, as Linux tells it. */
    static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.isReadable(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .map(line -> line.replaceFirst("\\D+", ""))
                        .collect(Collectors.joining())
                : "not told by this system";
    }

    /** One step. */
    interface Step {
        Receipt run() throws Exception;
    }

    /** Takes a step and tells of it; the seconds it took. */
    static double told(String what, double peer, Step step) throws Exception {
        long start = System.nanoTime();
        Receipt receipt = step.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%s: %.1f s, %.1f times psql \\copy; %s %s; heap %d MB of %d%n",
                what,
                seconds,
                seconds / peer,
                receipt.status().word(),
                receipt.records(),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.maxMemory() >> 20);
        return seconds;
    }

    /** Copies a file into a bare table of texts; the seconds it took. */
    static double copy(TestDatabase database, Path file) throws Exception {
        String columns = IntStream.rangeClosed(1, COLUMNS)
                .mapToObj(i -> "c" + i + " text")
                .collect(Collectors.joining(", "));
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists public.bare");
            statement.execute("create table public.bare (" + columns + ")");
        }
        ProcessBuilder psql = new ProcessBuilder(
                "psql",
                "-q",
                "-d",
                database.url().replace("jdbc:", "").replaceFirst("\\?.*", ""),
                "-U",
                database.user(),
                "-c",
                "\\copy public.bare from '" + file + "' with (format csv, header)");
        psql.environment().put("PGPASSWORD", database.password());
        long start = System.nanoTime();
        if (psql.inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("psql failed.");
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("psql \\copy: %.1f s%n", seconds);
        return seconds;
    }

    /**
     * Rows that depend on their number alone; another salt gives other bytes with the same rows.
     *
     * @param every one row in so many is changed; none where it is 0
     */
    static Path file(Path file, int rows, int salt, int every) throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(file, UTF_8)) {
            String end = salt == 0 ? "\n" : "\r\n";
            text.append(
                            "ID,First Name,Middle Name,Last Name,Suffix,SSN,Birth Date,Death Date,Sex,Race,Veteran,Phone,E-mail,"
                                    + "Street,City,State,ZIP,Case Number,Name Quality,Changed")
                    .append(end);
            Random random = new Random(7);
            for (int i = 0; i < rows; i++) {
                String row = row(i, random);
                text.append(every > 0 && i % every == 1 ? row.replace(",RI,", ",CT,") : row)
                        .append(end);
            }
        }
        return file;
    }

    private static String row(int i, Random random) {
        LocalDate born = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(28_000));
        boolean bad = i % 50 == 7;
        return String.join(
                ",",
                "P-" + (10_000_000 + i),
                word(random),
                random.nextInt(3) == 0 ? word(random) : "",
                word(random) + word(random),
                random.nextInt(20) == 0 ? "Jr" : "",
                "9" + (10 + random.nextInt(90)) + "-" + (10 + random.nextInt(90)) + "-" + (1000 + random.nextInt(9000)),
                DAY.format(born),
                bad ? DAY.format(born.minusDays(3)) : "",
                random.nextBoolean() ? "F" : "M",
                random.nextInt(4) == 0 ? "Black" : "White",
                random.nextInt(9) == 0 ? "yes" : "no",
                "(401) 555-" + (1000 + random.nextInt(9000)),
                "p" + i + "@example.org",
                (1 + random.nextInt(900)) + " " + word(random) + " Street",
                word(random),
                "RI",
                "0" + (2800 + random.nextInt(199)),
                "C-" + random.nextInt(1_000_000),
                "1",
                (1 + random.nextInt(9)) + "/" + (1 + random.nextInt(28)) + "/2026 " + random.nextInt(24) + ":"
                        + (10 + random.nextInt(50)));
    }

    private static String word(Random random) {
        return new StringBuilder()
                .append((char) ('A' + random.nextInt(26)))
                .append("aeiou".charAt(random.nextInt(5)))
                .append("lmnrst".charAt(random.nextInt(6)))
                .append("aeiou".charAt(random.nextInt(5)))
                .toString();
    }
}
