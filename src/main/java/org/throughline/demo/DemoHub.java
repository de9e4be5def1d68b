package org.throughline.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.throughline.audit.AuditChain;
import org.throughline.intake.Receipts;
import org.throughline.night.Night;
import org.throughline.night.NightWatcher;
import org.throughline.route.MailSetting;
import org.throughline.setup.PartnerSetup;

/** The hub that the demo runs, at an instant of the demo's own calendar. */
public interface DemoHub extends AutoCloseable {

    /** Opens a hub whose clock says what the demo says, and whose mail goes where the demo says. */
    @FunctionalInterface
    interface Opening {
        /** The hub, its database started. */
        DemoHub open(Clock clock, MailSetting mail);
    }

    /** The hub's home. */
    Path home();

    /** Set-up from reviewed files. */
    PartnerSetup partners();

    /** One night. */
    Night night(NightWatcher watcher);

    /** Opens the doors through which partners reach the hub by themselves; what comes in belongs to the night. */
    Served serve(Night night);

    /** Receipts as they stand. */
    Receipts told();

    /** By provider, the keys of the clients whom it served, to hold the outcome files against. */
    Map<String, Set<String>> servedClients();

    /** The audit ledger, to be verified. */
    AuditChain auditChain();

    @Override
    void close();
}
