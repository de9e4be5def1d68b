package org.throughline.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.throughline.crash.Numbers.Naming;
import org.throughline.crash.Tripwire.Armed;
import org.throughline.crash.Tripwire.Moment;
import org.throughline.demo.peer.MailPeer;
import org.throughline.store.Database;
import org.throughline.store.JooqAuditChain;
import org.throughline.testing.TestDatabase;

/** Where nights are played again and again, each from the same evening on and with other strikes, and compared. */
final class Stage implements AutoCloseable {
    private static final long MINUTES = 10;
    private static final int RESTARTS = 4;

    private final TestDatabase template;
    private final MailPeer mail = MailPeer.start();
    private final NightHome night;
    private final HubProcess hub;

    /** A stage below this folder, whose partners are reached like this, on a server that holds the template. */
    Stage(Path folder, HubProcess hub, Reach reach, TestDatabase template) throws IOException {
        this.hub = hub;
        this.template = template;
        this.night = NightHome.prepare(folder, template, reach);
    }

    /** A stage below this folder for a few nights. */
    static Stage forFew(Path folder) throws IOException {
        return new Stage(
                folder,
                HubProcess.plain(folder.resolve("jars")),
                Reach.FOLDERS,
                TestDatabase.migrated().open());
    }

    /** A stage below this folder for many nights: it takes some time to make each of them begin sooner. */
    static Stage forMany(Path folder) throws IOException {
        return new Stage(
                folder,
                HubProcess.packed(),
                Reach.FOLDERS,
                TestDatabase.migrated().open());
    }

    /**
     * What befalls a night.
     *
     * @param processes for each process in turn, the instants at which it is struck; the last process is struck no more
     * @param strike what befalls it then
     * @param rounds how often each process looks for work
     * @param between what is done before a process is started again
     */
    record Plan(List<List<Armed>> processes, Strike strike, int rounds, NightFault.Work between) {

        /** All in one process. */
        static Plan ofOne(List<Armed> at, Strike strike, int rounds) {
            return new Plan(List.of(at), strike, rounds, () -> {});
        }

        /** Nothing. */
        static Plan undisturbed() {
            return new Plan(List.of(), Strike::kill, 1, () -> {});
        }

        /** Each of these kills one process. */
        static Plan kills(List<Armed> kills) {
            return new Plan(kills.stream().map(List::of).toList(), Strike::kill, 1, () -> {});
        }
    }

    /** A strike: at which moment, and how long it took until what it left undone was finished. */
    record Blow(String at, Duration recovery) {}

    /**
     * How a night went.
     *
     * @param state where the order of submissions counts
     * @param byFile where it does not
     * @param processes how many it took
     * @param complete from the last strike until the night was complete, the start of a process included
     * @param moments what was seen in the last process
     * @param said what the processes said
     */
    record Played(
            NightState state,
            NightState byFile,
            List<Blow> blows,
            int processes,
            Duration complete,
            List<Moment> moments,
            List<String> said) {}

    /** What is looked at after a night, while its database and home are there. */
    @FunctionalInterface
    interface Look {
        void look(TestDatabase database, NightHome home) throws IOException, SQLException;
    }

    /** Plays a night; the last process ends on its own. */
    Played play(Plan plan) throws IOException, SQLException {
        return play(plan, (database, home) -> {});
    }

    /** Plays a night and has it looked at. */
    Played play(Plan plan, Look look) throws IOException, SQLException {
        return play(plan, () -> {}, look);
    }

    /** Plays a night, with something done before its first process, and has it looked at. */
    Played play(Plan plan, NightFault.Work begun, Look look) throws IOException, SQLException {
        night.begin();
        Files.deleteIfExists(night.clock());
        try (TestDatabase database = template.copy()) {
            begun.run();
            Played played = new Performance(database, plan).play();
            verify(database);
            look.look(database, night);
            return played;
        }
    }

    /** The night's files. */
    NightHome night() {
        return night;
    }

    /** What the nights said. */
    Path log() {
        return hub.log();
    }

    /** One night under way. */
    private final class Performance {
        private final TestDatabase database;
        private final URI address;
        private final Plan plan;
        private final List<Moment> heard = new CopyOnWriteArrayList<>();
        private final List<Moment> struck = new ArrayList<>();
        private List<Moment> last = List.of();
        private int processes;

        Performance(TestDatabase database, Plan plan) {
            this.database = database;
            this.address = URI.create(database.url().substring("jdbc:".length()));
            this.plan = plan;
        }

        Played play() throws IOException, SQLException {
            boolean over = false;
            for (List<Armed> armed : plan.processes()) {
                over = over || ends(armed);
            }
            for (int start = 0; !over; start++) {
                if (start == RESTARTS) {
                    throw new IllegalStateException("The night does not end; see " + hub.log());
                }
                plan.between().run();
                over = ends(List.of());
            }
            long end = System.nanoTime();
            List<Blow> blows = struck.stream().map(blow -> recovered(blow, end)).toList();
            long from = struck.isEmpty() ? end : struck.get(struck.size() - 1).nanos();
            return new Played(
                    NightState.of(database.owner(), night.home(), Naming.BY_ORDER),
                    NightState.of(database.owner(), night.home(), Naming.BY_FILE),
                    blows,
                    processes,
                    Duration.ofNanos(end - from),
                    last,
                    heard.stream().map(Moment::name).toList());
        }

        private Blow recovered(Moment blow, long end) {
            long until = heard.stream()
                    .filter(line -> line.name().equals(plan.rounds() == 1 ? "resumed" : "complete"))
                    .mapToLong(Moment::nanos)
                    .filter(nanos -> nanos > blow.nanos())
                    .findFirst()
                    .orElse(end);
            return new Blow(blow.name(), Duration.ofNanos(until - blow.nanos()));
        }

        /** Runs a process; true where the night is over. */
        private boolean ends(List<Armed> armed) throws IOException {
            Tripwire tripwire = new Tripwire(armed, plan.strike());
            try (Wire wire = new Wire(address.getHost(), address.getPort(), tripwire);
                    FolderWatch watch = new FolderWatch(night.home(), tripwire)) {
                watch.begin();
                processes++;
                Process process = hub.start(
                        night,
                        new HubProcess.Order(environment(wire), mail.port(), plan.rounds(), night.clock()),
                        line -> heard.add(new Moment(line, System.nanoTime())));
                tripwire.watch(new Strike.Scene(process, wire));
                if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("A night takes more than " + MINUTES + " minutes.");
                }
                boolean over = process.exitValue() == 0;
                last = tripwire.moments();
                struck.addAll(over && plan.rounds() == 1 ? List.of() : tripwire.struck());
                return over;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }

        private Map<String, String> environment(Wire wire) {
            String url = "jdbc:postgresql://127.0.0.1:" + wire.port() + address.getPath()
                    + "?sslmode=disable&gssEncMode=disable";
            return night.environment(url, database.user());
        }
    }

    private static void verify(TestDatabase database) {
        List<String> faults = new JooqAuditChain(new Database(database.owner()))
                .verify(Optional.empty())
                .faults();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The audit chain is broken: " + faults);
        }
    }

    @Override
    public void close() {
        mail.close();
        template.close();
    }
}
