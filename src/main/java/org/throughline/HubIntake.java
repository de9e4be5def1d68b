package org.throughline;

import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.LoggerFactory;
import org.throughline.intake.HeldDesk;
import org.throughline.intake.Intake;
import org.throughline.intake.IntakePorts;
import org.throughline.intake.OriginalFolder;
import org.throughline.intake.Progress;
import org.throughline.intake.ReceiptOutbox;
import org.throughline.intake.SubmissionWatcher;
import org.throughline.store.Database;
import org.throughline.store.JooqAuditLedger;
import org.throughline.store.JooqHeldStore;
import org.throughline.store.JooqLoads;
import org.throughline.store.JooqMappingVersions;
import org.throughline.store.JooqReceipts;
import org.throughline.store.JooqSubmissionLedger;

/** Intake and its desks on one database and home. */
final class HubIntake {
    private final IntakePorts ports;
    private final Intake intake;
    private final Path home;

    HubIntake(Hub hub, SubmissionWatcher watcher) {
        Database database = hub.database();
        Clock clock = hub.clock();
        this.home = hub.home();
        this.ports = new IntakePorts(
                new JooqSubmissionLedger(database),
                new JooqMappingVersions(database, clock),
                new JooqLoads(database, clock, watcher),
                new JooqReceipts(database, clock),
                new JooqHeldStore(database),
                new JooqAuditLedger(database, clock),
                hub.mappings(),
                new OriginalFolder(home.resolve("originals")),
                clock,
                watcher);
        this.intake = new Intake(ports);
    }

    IntakePorts ports() {
        return ports;
    }

    Intake intake() {
        return intake;
    }

    HeldDesk heldDesk() {
        return new HeldDesk(ports, intake);
    }

    ReceiptOutbox receipts() {
        return new ReceiptOutbox(ports, home.resolve("receipts"));
    }

    /** Decides what a killed process left undecided. Only who has the database to itself may: others may be at it. */
    void resume() {
        try {
            intake.resume(Progress.SILENT);
        } catch (RuntimeException failed) {
            LoggerFactory.getLogger(HubIntake.class)
                    .warn(
                            "A submission that was cut off could not be decided: {}",
                            failed.getClass().getName());
        }
    }
}
