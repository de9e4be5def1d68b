package org.throughline;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.audit.AuditChain;
import org.throughline.demo.DemoHub;
import org.throughline.demo.Served;
import org.throughline.intake.FeedHeaders;
import org.throughline.intake.FeedNames;
import org.throughline.intake.FeedWatch;
import org.throughline.intake.MappedHeaders;
import org.throughline.intake.Receipts;
import org.throughline.linkage.DeterministicEngine;
import org.throughline.linkage.LinkageRun;
import org.throughline.measure.MeasureRun;
import org.throughline.night.Night;
import org.throughline.night.NightParts;
import org.throughline.night.NightWatcher;
import org.throughline.release.AcknowledgementDesk;
import org.throughline.route.ChannelSetting;
import org.throughline.route.MailSetting;
import org.throughline.setup.PartnerSetup;
import org.throughline.store.Database;
import org.throughline.store.JooqAccounts;
import org.throughline.store.JooqAcknowledgementStore;
import org.throughline.store.JooqAuditLedger;
import org.throughline.store.JooqChannelMarks;
import org.throughline.store.JooqChannels;
import org.throughline.store.JooqClientIndex;
import org.throughline.store.JooqFeedAlarms;
import org.throughline.store.JooqFeedBoard;
import org.throughline.store.JooqFeedEvents;
import org.throughline.store.JooqMeasureRecords;
import org.throughline.store.JooqNoticeStore;
import org.throughline.store.JooqOutcomeStore;
import org.throughline.store.JooqSubmissionLedger;
import org.throughline.store.ServedClients;

/** The nights of a hub: all its use cases on one database, home and clock. */
final class HubNight implements DemoHub {
    private final Hub hub;
    private final Path routes;
    private final Clock clock;
    private final MailSetting mail;

    HubNight(Hub hub, Path routes, Clock clock, MailSetting mail) {
        this.mail = mail;
        this.hub = hub;
        this.routes = routes;
        this.clock = clock;
    }

    @Override
    public Path home() {
        return hub.home();
    }

    @Override
    public PartnerSetup partners() {
        return hub.partners();
    }

    @Override
    public Night night(NightWatcher watcher) {
        Database database = hub.database();
        HubIntake intake = hub.hubIntake();
        FeedHeaders headers = new MappedHeaders(new JooqSubmissionLedger(database), intake.ports());
        return new Night(
                new NightParts(
                        hub.configuration().routes(Optional.of(routes), clock, channels(database, headers)),
                        new JooqAccounts(database),
                        new JooqChannels(database),
                        new FeedNames(new JooqSubmissionLedger(database), intake.ports()),
                        new JooqFeedEvents(database),
                        new FeedWatch(new JooqFeedBoard(database), new JooqFeedAlarms(database, clock), clock),
                        intake.intake(),
                        intake.receipts(),
                        new LinkageRun(new JooqClientIndex(database), new DeterministicEngine()),
                        new MeasureRun(new JooqMeasureRecords(database)),
                        new JooqOutcomeStore(database),
                        new AcknowledgementDesk(new JooqAcknowledgementStore(database), clock),
                        new JooqNoticeStore(database),
                        Optional.of(mail),
                        new JooqAuditLedger(database, clock),
                        clock),
                watcher);
    }

    private ChannelSetting channels(Database database, FeedHeaders headers) {
        return ChannelSetting.of(new JooqChannelMarks(database, clock), home().resolve("drivers"), headers);
    }

    @Override
    public Served serve(Night night) {
        return HubDoors.open(hub, night, clock);
    }

    @Override
    public Receipts told() {
        return hub.hubIntake().ports().receipts();
    }

    @Override
    public Map<String, Set<String>> servedClients() {
        return new ServedClients(hub.database()).byProvider();
    }

    @Override
    public AuditChain auditChain() {
        return hub.auditChain();
    }

    @Override
    public void close() {
        hub.close();
    }
}
