package org.throughline.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.throughline.crash.Stage.Plan;
import org.throughline.crash.Stage.Played;
import org.throughline.testing.TestDatabase;

/** Where faults are played: a stage, and the undisturbed night to compare with. */
final class NightGround implements AutoCloseable {

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

    /** What is there for one kind of fault only. */
    private record World(Optional<Cluster> cluster, Optional<NightPeers> peers, Optional<SmallDisk> disk) {}

    private final World world;
    private final Stage stage;
    private final NightState undisturbed;
    private final Instants instants;
    private final long bytes;

    private NightGround(Stage stage, World world, Played night) {
        this.stage = stage;
        this.world = world;
        this.undisturbed = night.byFile();
        this.instants = new Instants(night.moments());
        this.bytes = world.peers().map(each -> each.line().passed()).orElse(0L);
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
    static NightGround make(Kind kind, Path folder, HubProcess hub) throws IOException, SQLException {
        Path root = folder.resolve(kind.name());
        Optional<SmallDisk> disk = kind.smallDisk()
                ? Optional.of(
                        kind == Kind.SMALL_HOME
                                ? SmallDisk.at(root.resolve("home"), HOME_MEGABYTES)
                                : SmallDisk.at(root.resolve("cluster"), DATABASE_MEGABYTES))
                : Optional.empty();
        Optional<Cluster> cluster =
                kind.ownServer() ? Optional.of(Cluster.start(root.resolve("cluster"))) : Optional.empty();
        Optional<NightPeers> peers =
                kind == Kind.PARTNERS ? Optional.of(NightPeers.start(root.resolve("home"), root)) : Optional.empty();
        TestDatabase template = cluster.map(Cluster::migrated)
                .orElseGet(() -> TestDatabase.migrated().open());
        Reach reach = peers.<Reach>map(each -> each).orElse(Reach.FOLDERS);
        Stage stage = new Stage(root, hub, reach, template);
        // A web API that has nothing new is asked in every round.
        Plan plan = kind == Kind.PARTNERS ? Plan.ofOne(List.of(), Strike::kill, 2) : Plan.undisturbed();
        return new NightGround(stage, new World(cluster, peers, disk), stage.play(plan));
    }

    /** Over a stage that stands, whose undisturbed night was played. */
    static NightGround over(Stage stage, Played undisturbed) {
        return new NightGround(stage, new World(Optional.empty(), Optional.empty(), Optional.empty()), undisturbed);
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
        return world.cluster().isPresent();
    }

    Cluster cluster() {
        return world.cluster().orElseThrow();
    }

    NightPeers peers() {
        return world.peers().orElseThrow();
    }

    SmallDisk disk() {
        return world.disk().orElseThrow();
    }

    @Override
    public void close() throws IOException {
        stage.close();
        if (world.peers().isPresent()) {
            world.peers().get().close();
        }
        if (world.cluster().isPresent()) {
            world.cluster().get().close();
        }
        if (world.disk().isPresent()) {
            world.disk().get().close();
        }
    }
}
