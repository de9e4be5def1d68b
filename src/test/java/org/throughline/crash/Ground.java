package org.throughline.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.throughline.crash.Stage.Plan;
import org.throughline.crash.Stage.Played;
import org.throughline.testing.TestDatabase;

/** Where faults are played: a stage, and the undisturbed night to compare with. */
final class Ground implements AutoCloseable {

    /** How the night's world is made. */
    enum Kind {
        /** Partners by folders, and the server that tests share. */
        SHARED,
        /** Partners by folders, and a PostgreSQL server of its own. */
        OWN_SERVER,
        /** Partners by SFTP and HTTP. */
        PARTNERS,
        /** The hub's home, partners' folders included, on a disk that can be filled. */
        SMALL_HOME,
        /** PostgreSQL's data on a disk that can be filled. */
        SMALL_DATABASE;

        private boolean ownServer() {
            return this == OWN_SERVER || this == SMALL_DATABASE;
        }

        private boolean smallDisk() {
            return this == SMALL_HOME || this == SMALL_DATABASE;
        }
    }

    private static final int HOME_MEGABYTES = 16;
    private static final int DATABASE_MEGABYTES = 200;

    private final Optional<Cluster> cluster;
    private final Optional<Peers> peers;
    private final Optional<SmallDisk> disk;
    private final Stage stage;
    private final NightState undisturbed;
    private final Instants instants;
    private final long bytes;

    private Ground(Stage stage, Optional<Cluster> cluster, Optional<Peers> peers, Optional<SmallDisk> disk)
            throws IOException, SQLException {
        this.stage = stage;
        this.disk = disk;
        this.cluster = cluster;
        this.peers = peers;
        Played night = stage.play(Plan.undisturbed());
        this.undisturbed = night.byFile();
        this.instants = new Instants(night.moments());
        this.bytes = peers.map(each -> each.line().passed()).orElse(0L);
    }

    /** Why this cannot be made here; empty where it can. */
    static Optional<String> obstacle(Kind kind) {
        if (kind.ownServer() && !Cluster.possible()) {
            return Optional.of("this machine has no programs of PostgreSQL 15, or no login to run them as");
        }
        return kind.smallDisk() && !SmallDisk.possible()
                ? Optional.of("this process may not mount a small disk")
                : Optional.empty();
    }

    /** Makes it below this folder and plays the undisturbed night. */
    static Ground make(Kind kind, Path folder, HubProcess hub) throws IOException, SQLException {
        Path root = folder.resolve(kind.name());
        Optional<SmallDisk> disk = kind.smallDisk()
                ? Optional.of(
                        kind == Kind.SMALL_HOME
                                ? SmallDisk.at(root.resolve("home"), HOME_MEGABYTES)
                                : SmallDisk.at(root.resolve("cluster"), DATABASE_MEGABYTES))
                : Optional.empty();
        Optional<Cluster> cluster =
                kind.ownServer() ? Optional.of(Cluster.start(root.resolve("cluster"))) : Optional.empty();
        Optional<Peers> peers =
                kind == Kind.PARTNERS ? Optional.of(Peers.start(root.resolve("home"), root)) : Optional.empty();
        TestDatabase template = cluster.map(Cluster::migrated)
                .orElseGet(() -> TestDatabase.migrated().open());
        Reach reach = peers.<Reach>map(each -> each).orElse(Reach.FOLDERS);
        return new Ground(new Stage(root, hub, reach, template), cluster, peers, disk);
    }

    /** Over a stage that stands. */
    static Ground over(Stage stage) throws IOException, SQLException {
        return new Ground(stage, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Stage stage() {
        return stage;
    }

    NightState undisturbed() {
        return undisturbed;
    }

    Instants instants() {
        return instants;
    }

    /** How many bytes go over the line to SFTP partners in an undisturbed night. */
    long bytes() {
        return bytes;
    }

    boolean hasCluster() {
        return cluster.isPresent();
    }

    Cluster cluster() {
        return cluster.orElseThrow();
    }

    Peers peers() {
        return peers.orElseThrow();
    }

    SmallDisk disk() {
        return disk.orElseThrow();
    }

    @Override
    public void close() throws IOException {
        stage.close();
        if (peers.isPresent()) {
            peers.get().close();
        }
        if (cluster.isPresent()) {
            cluster.get().close();
        }
        if (disk.isPresent()) {
            disk.get().close();
        }
    }
}
