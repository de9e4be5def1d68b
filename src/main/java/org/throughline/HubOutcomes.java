package org.throughline;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.throughline.intake.Account;
import org.throughline.intake.Accounts;
import org.throughline.intake.Channel;
import org.throughline.intake.Channels;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.FeedEvents;
import org.throughline.problem.ProblemCode;
import org.throughline.problem.SetupException;
import org.throughline.release.OutcomeRelease;
import org.throughline.route.Handover;
import org.throughline.route.HubRoutes;
import org.throughline.route.OutgoingFolder;
import org.throughline.route.RouteSetting;
import org.throughline.store.Database;
import org.throughline.store.JooqAccounts;
import org.throughline.store.JooqAuditLedger;
import org.throughline.store.JooqChannels;
import org.throughline.store.JooqFeedEvents;
import org.throughline.store.JooqOutcomeStore;

/** Outcome files on one database; routes to the partners start with the first delivery. */
final class HubOutcomes implements AutoCloseable {
    private final OutcomeRelease release;
    private final Accounts accounts;
    private final Channels channels;
    private final Clock clock;
    private final FeedEvents events;
    private final Lazy<HubRoutes> routes;

    HubOutcomes(Database database, RouteSetting setting, Clock clock) {
        this.accounts = new JooqAccounts(database);
        this.channels = new JooqChannels(database);
        this.clock = clock;
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
        channels.all().forEach(channel -> add(made, channel));
        return made;
    }

    /** A channel that cannot be used is told when it is; the others deliver all the same. */
    private void add(HubRoutes made, Channel channel) {
        try {
            made.add(channel);
        } catch (SetupException wrong) {
            wrong.findings()
                    .forEach(finding ->
                            events.record(FeedEvent.of(clock.instant(), channel, ProblemCode.CHANNEL, finding)));
        }
    }

    private String place(String recipient) {
        return accounts.all().stream()
                .filter(known -> known.sender().equals(recipient))
                .map(Account::folder)
                .findFirst()
                .orElse(recipient);
    }

    private String deliver(String recipient, String name, byte[] content) throws IOException {
        if (!routes.get().delivers(recipient)) {
            throw new IOException(recipient + " has no account. Add one to its partner file and apply it.");
        }
        Handover handover = routes.get().deliver(recipient, OutgoingFolder.OUTCOMES, name, content);
        if (handover instanceof Handover.NameTaken taken) {
            throw new IOException(taken.event().fact());
        }
        if (handover instanceof Handover.Failed failed) {
            throw new IOException(failed.event().fact());
        }
        return place(recipient) + "/" + OutgoingFolder.OUTCOMES.word() + "/" + name;
    }

    @Override
    public void close() {
        routes.ifMade(HubRoutes::close);
    }
}
