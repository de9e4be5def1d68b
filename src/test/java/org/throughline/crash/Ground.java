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
        PARTNERS
    }

    private final Optional<Cluster> cluster;
    private final Optional<Peers> peers;
    private final Stage stage;
    private final NightState undisturbed;
    private final Instants instants;

    private Ground(Stage stage, Optional<Cluster> cluster, Optional<Peers> peers) throws IOException, SQLException {
        this.stage = stage;
        this.cluster = cluster;
        this.peers = peers;
        Played night = stage.play(Plan.undisturbed());
        this.undisturbed = night.byFile();
        this.instants = new Instants(night.moments());
    }

    /** Why this cannot be made here; empty where it can. */
    static Optional<String> obstacle(Kind kind) {
        return kind == Kind.OWN_SERVER && !Cluster.possible()
                ? Optional.of("this machine has no programs of PostgreSQL 15, or no login to run them as")
                : Optional.empty();
    }

    /** Makes it below this folder and plays the undisturbed night. */
    static Ground make(Kind kind, Path folder, HubProcess hub) throws IOException, SQLException {
        Path root = folder.resolve(kind.name());
        Optional<Cluster> cluster =
                kind == Kind.OWN_SERVER ? Optional.of(Cluster.start(root.resolve("cluster"))) : Optional.empty();
        Optional<Peers> peers =
                kind == Kind.PARTNERS ? Optional.of(Peers.start(root.resolve("home"), root)) : Optional.empty();
        TestDatabase template = cluster.map(Cluster::migrated)
                .orElseGet(() -> TestDatabase.migrated().open());
        Reach reach = peers.<Reach>map(each -> each).orElse(Reach.FOLDERS);
        return new Ground(new Stage(root, hub, reach, template), cluster, peers);
    }

    /** Over a stage that stands. */
    static Ground over(Stage stage) throws IOException, SQLException {
        return new Ground(stage, Optional.empty(), Optional.empty());
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

    Cluster cluster() {
        return cluster.orElseThrow();
    }

    Peers peers() {
        return peers.orElseThrow();
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
    }
}
