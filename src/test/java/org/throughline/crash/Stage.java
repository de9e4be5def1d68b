package org.throughline.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.throughline.crash.Tripwire.Armed;
import org.throughline.crash.Tripwire.Moment;
import org.throughline.demo.peer.MailPeer;
import org.throughline.store.Database;
import org.throughline.store.JooqAuditChain;
import org.throughline.testing.TestDatabase;

/** Where nights are played again and again, each from the same evening on and with other kills, and compared. */
final class Stage implements AutoCloseable {
    private static final long MINUTES = 5;
    private static final int RESTARTS = 4;

    private final TestDatabase template = TestDatabase.migrated().open();
    private final MailPeer mail = MailPeer.start();
    private final NightHome night;
    private final HubProcess hub;

    private Stage(Path folder, HubProcess hub) throws IOException {
        this.hub = hub;
        this.night = NightHome.prepare(folder, template);
    }

    /** A stage below this folder for a few nights. */
    static Stage forFew(Path folder) throws IOException {
        return new Stage(folder, HubProcess.plain(folder.resolve("jars")));
    }

    /** A stage below this folder for many nights: it takes some time to make each of them begin sooner. */
    static Stage forMany(Path folder) throws IOException {
        return new Stage(folder, HubProcess.packed(folder.resolve("jars")));
    }

    /**
     * How a night went.
     *
     * @param kills the kills that came before the night was over
     * @param recovery from the last kill until the night was complete, the start of a process included
     * @param moments what was seen in the process that was not killed
     */
    record Played(NightState state, int kills, Duration recovery, List<Moment> moments) {}

    /** Plays a night; of these kills each strikes one process, and the last process ends on its own. */
    Played play(List<Armed> kills) throws IOException, SQLException {
        night.begin();
        try (TestDatabase database = template.copy()) {
            URI address = URI.create(database.url().substring("jdbc:".length()));
            int struck = 0;
            for (Armed armed : kills) {
                Tripwire wire = new Tripwire(armed);
                if (run(database, address, wire) == 0) {
                    break;
                }
                struck += 1;
            }
            long begun = System.nanoTime();
            Tripwire wire = finish(database, address);
            Duration recovery = Duration.ofNanos(System.nanoTime() - begun);
            verify(database);
            return new Played(NightState.of(database.owner(), night.home()), struck, recovery, wire.moments());
        }
    }

    private Tripwire finish(TestDatabase database, URI address) throws IOException {
        for (int start = 0; start < RESTARTS; start++) {
            Tripwire wire = new Tripwire(Armed.never());
            if (run(database, address, wire) == 0) {
                return wire;
            }
        }
        throw new IllegalStateException("The night does not end; see " + hub.log());
    }

    private int run(TestDatabase database, URI address, Tripwire tripwire) throws IOException {
        try (Wire wire = new Wire(address.getHost(), address.getPort(), tripwire);
                FolderWatch watch = new FolderWatch(night.home(), tripwire)) {
            watch.begin();
            String url = "jdbc:postgresql://127.0.0.1:" + wire.port() + address.getPath()
                    + "?sslmode=disable&gssEncMode=disable";
            Process process = tripwire.watch(hub.start(night, night.environment(url, database.user()), mail.port()));
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("A night takes more than " + MINUTES + " minutes.");
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
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
