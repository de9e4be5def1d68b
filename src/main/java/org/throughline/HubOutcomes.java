package org.throughline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.throughline.intake.Account;
import org.throughline.intake.Accounts;
import org.throughline.intake.FeedEvents;
import org.throughline.release.OutcomeRelease;
import org.throughline.route.Handover;
import org.throughline.route.HubRoutes;
import org.throughline.route.OutgoingFolder;
import org.throughline.route.RouteSetting;
import org.throughline.store.Database;
import org.throughline.store.JooqAccounts;
import org.throughline.store.JooqAuditLedger;
import org.throughline.store.JooqFeedEvents;
import org.throughline.store.JooqOutcomeStore;

/** Outcome files on one database; routes to the partners start with the first delivery. */
final class HubOutcomes implements AutoCloseable {
    private final OutcomeRelease release;
    private final Accounts accounts;
    private final FeedEvents events;
    private final Lazy<HubRoutes> routes;

    HubOutcomes(Database database, RouteSetting setting, Clock clock) {
        this.accounts = new JooqAccounts(database);
        this.events = new JooqFeedEvents(database);
        this.routes = new Lazy<>(() -> start(setting));
        this.release = new OutcomeRelease(
                new JooqOutcomeStore(database), this::deliver, new JooqAuditLedger(database, clock), clock);
    }

    OutcomeRelease release() {
        return release;
    }

    /** Routes that only deliver: nothing is fetched. */
    private HubRoutes start(RouteSetting setting) {
        HubRoutes made = new HubRoutes(
                setting,
                (sender, name) -> Optional.empty(),
                delivery -> {
                    throw new IllegalStateException("These routes fetch nothing.");
                },
                events);
        made.start();
        accounts.all().forEach(made::add);
        return made;
    }

    private String deliver(String recipient, String name, byte[] content) throws IOException {
        Account account = accounts.all().stream()
                .filter(known -> known.sender().equals(recipient))
                .findFirst()
                .orElseThrow(() ->
                        new IOException(recipient + " has no account. Add one to its partner file and apply it."));
        Handover handover = routes.get().deliver(recipient, OutgoingFolder.OUTCOMES, name, content);
        if (handover instanceof Handover.NameTaken taken) {
            throw new IOException(taken.event().fact());
        }
        if (handover instanceof Handover.Failed failed) {
            throw new IOException(failed.event().fact());
        }
        return Path.of(account.folder(), OutgoingFolder.OUTCOMES.word(), name).toString();
    }

    @Override
    public void close() {
        routes.ifMade(HubRoutes::close);
    }
}
