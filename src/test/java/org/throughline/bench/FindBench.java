package org.throughline.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.throughline.find.FindDesk;
import org.throughline.find.Sought;
import org.throughline.store.Database;
import org.throughline.store.JooqAuditLedger;
import org.throughline.store.JooqFindIndex;
import org.throughline.testing.FilledYears;
import org.throughline.testing.TestDatabase;

/**
 * Finds things over three years of nightly files, each look with its audit entry, beside a prepared select of one submission by its
 * primary key on the same server. Run by hand, against a server with its default durability.
 */
final class FindBench {
    private static final int DAYS = 1_095;
    private static final int SENDERS = 4;
    private static final int ROUNDS = 200;
    private static final int WARMING = 100;

    private final Random random = new Random(7);
    private final TestDatabase database;
    private final FilledYears years;
    private final FindDesk desk;
    private double peer;

    private FindBench(TestDatabase database, FilledYears years) {
        this.database = database;
        this.years = years;
        Database hub = new Database(database.hub());
        this.desk = new FindDesk(new JooqFindIndex(hub), new JooqAuditLedger(hub, Clock.systemUTC()));
    }

    /** Argument: about how many states of rows. */
    public static void main(String[] args) throws SQLException {
        int rows = Math.max(50, Integer.parseInt(args[0]) / DAYS / SENDERS / 50 * 50);
        FilledYears years = new FilledYears(DAYS, SENDERS, rows);
        try (TestDatabase database = TestDatabase.migrated().open()) {
            long start = System.nanoTime();
            years.fill(database);
            System.out.printf(
                    "%,d submissions of %d rows, %,d states of rows, filled in %.0f s%n",
                    DAYS * SENDERS, rows, DAYS * SENDERS * rows, (System.nanoTime() - start) / 1e9);
            new FindBench(database, years).tell();
        }
    }

    private void tell() throws SQLException {
        peer();
        told("submission by number", () -> Integer.toString(submission()), false);
        told("submission by name", () -> name("yyyyMMdd"), false);
        told("submissions of a month", () -> name("yyyyMM"), false);
        told("submissions of a year", () -> name("yyyy"), false);
        told("submission by 8 digits of its hash", this::hash, false);
        told("record with its history", () -> "P-" + random.nextInt(years.clients()), false);
        told("the same with its values", () -> "P-" + random.nextInt(years.clients()), true);
        told("record with one version", this::service, false);
        told("joint client", () -> Integer.toString(1 + random.nextInt(years.clients())), false);
        told("nothing", () -> "N-" + random.nextInt(1_000_000), false);
        price("excluding");
        price("including");
    }

    private int submission() {
        return 1 + random.nextInt(DAYS * SENDERS);
    }

    private String name(String day) {
        LocalDate night = LocalDate.of(2026, 10, 5).minusDays(random.nextInt(DAYS));
        return "year-" + (1 + random.nextInt(SENDERS)) + "_" + night.format(DateTimeFormatter.ofPattern(day));
    }

    private String service() {
        int row = submission() / SENDERS * years.rows() + 1 + random.nextInt(years.rows() / 10) * 10;
        return "S-" + row;
    }

    private String hash() {
        try (Connection connection = database.hub().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select left(sha256, 8) from intake.submission where submission_id = " + submission())) {
            found.next();
            return found.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void peer() throws SQLException {
        try (Connection connection = database.hub().getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select * from intake.submission where submission_id = ?")) {
            double[] times = times(() -> {
                try {
                    select.setLong(1, submission());
                    return select.executeQuery().next();
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            peer = times[ROUNDS / 2];
            print("peer: select by primary key, prepared", times);
        }
    }

    private void told(String what, Supplier<String> text, boolean values) {
        Iterator<String> texts =
                Stream.generate(text).limit(ROUNDS + WARMING).toList().iterator();
        print(what, times(() -> {
            Sought sought = new Sought(texts.next(), Optional.empty(), Optional.empty(), 20);
            return values ? desk.show(sought, "A measurement.") : desk.find(sought, Optional.empty());
        }));
    }

    /** Milliseconds of every round, shortest first. */
    private static double[] times(Supplier<Object> look) {
        double[] times = new double[ROUNDS];
        for (int round = -WARMING; round < ROUNDS; round++) {
            long start = System.nanoTime();
            look.get();
            times[Math.max(0, round)] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    private void print(String what, double... times) {
        System.out.printf(
                "%s: p50 %.1f ms, p95 %.1f ms, max %.1f ms; p50 %.0f times the peer%n",
                what, times[ROUNDS / 2], times[ROUNDS * 95 / 100], times[ROUNDS - 1], times[ROUNDS / 2] / peer);
    }

    /** What a load pays for the index of ended beliefs, of which it writes none. */
    private void price(String ended) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table public.price (like canonical.service including indexes)");
            if (ended.equals("excluding")) {
                statement.execute("drop index public.price_sender_key_idx1");
            }
            long start = System.nanoTime();
            statement.execute("insert into public.price select * from canonical.service");
            System.out.printf(
                    "writing the services anew %s the index of ended ones: %.1f s%n",
                    ended, (System.nanoTime() - start) / 1e9);
            statement.execute("drop table public.price");
        }
    }
}
