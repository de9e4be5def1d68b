package org.throughline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.drop.DropServer;
import org.throughline.intake.Delivery;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.FeedEvents;
import org.throughline.intake.FeedHeaders;
import org.throughline.intake.FeedNames;
import org.throughline.intake.FeedWatch;
import org.throughline.intake.MappedHeaders;
import org.throughline.intake.Progress;
import org.throughline.intake.Receipt;
import org.throughline.intake.UploadTokens;
import org.throughline.notice.NoticeRound;
import org.throughline.problem.ProblemCode;
import org.throughline.release.AcknowledgementDesk;
import org.throughline.route.ChannelSetting;
import org.throughline.route.Handover;
import org.throughline.route.HubRoutes;
import org.throughline.route.OutgoingFolder;
import org.throughline.route.RouteSetting;
import org.throughline.store.Database;
import org.throughline.store.JooqAcknowledgementStore;
import org.throughline.store.JooqChannelMarks;
import org.throughline.store.JooqFeedAlarms;
import org.throughline.store.JooqFeedBoard;
import org.throughline.store.JooqFeedEvents;
import org.throughline.store.JooqNoticeStore;
import org.throughline.store.JooqSubmissionLedger;
import org.throughline.web.WebParts;
import org.throughline.web.WebServer;
import org.throughline.web.WebSetting;

/** The hub while it serves: looks into inboxes, takes uploads, keeps the drop server open, and sends receipts out. */
final class Serving implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);
    private static final Duration ROUND = ServedPartners.BETWEEN_LOOKS;
    private static final long ROUNDS_BETWEEN_PULLS = 60;
    private static final long PATIENCE_SECONDS = 30;

    private final Hub hub;
    private final HubWatch watching;
    private final Database database;
    private final HubIntake intake;
    private final FeedEvents events;
    private final Clock clock;
    private final HubRoutes routes;
    private final DropServer drop;
    private final WebServer web;
    private final Optional<NoticeRound> notices;
    private final FeedWatch watch;
    private final AcknowledgementDesk acknowledgements;
    private final ServedPartners partners;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private long rounded;

    private Serving(Hub hub, WebSetting http) {
        this.hub = hub;
        this.watching = HubWatch.start(hub);
        opened.push(watching);
        this.database = hub.database();
        watching.database(hub.pool());
        this.intake = hub.hubIntake();
        watching.health().reached(HubHealth.Phase.DOORS);
        this.clock = hub.clock();
        this.events = new JooqFeedEvents(database);
        this.acknowledgements = new AcknowledgementDesk(new JooqAcknowledgementStore(database), clock);
        FeedNames names = new FeedNames(new JooqSubmissionLedger(database), intake.ports());
        this.routes = new HubRoutes(routeSetting(), names::feed, this::take, events);
        opened.push(routes);
        routes.start();
        routes.watchedBy(watching::delivered);
        this.notices = hub.configuration()
                .mail()
                .map(mail -> new NoticeRound(new JooqNoticeStore(database), routes.post(mail), events, clock));
        this.watch = new FeedWatch(new JooqFeedBoard(database), new JooqFeedAlarms(database, clock), clock);
        this.drop = HubDrop.start(database, hub.home(), hub.configuration().drop(), clock);
        opened.push(drop);
        this.partners = new ServedPartners(routes, drop, database, clock);
        this.web = WebServer.start(http, webParts(hub.uploadTokens()));
        opened.push(web);
    }

    /** Starts everything; what was opened is closed again where one part cannot start. */
    static Serving start(Hub hub, WebSetting http) {
        Serving serving = new Serving(hub, http);
        serving.watching.health().reached(HubHealth.Phase.DONE);
        serving.rounds.scheduleWithFixedDelay(serving::round, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
        return serving;
    }

    private RouteSetting routeSetting() {
        FeedHeaders headers = new MappedHeaders(new JooqSubmissionLedger(database), intake.ports());
        ChannelSetting channels = ChannelSetting.of(
                new JooqChannelMarks(database, clock), hub.home().resolve("drivers"), headers);
        return new RouteSetting(hub.home().resolve("spool"), hub.routes(), clock, channels);
    }

    private WebParts webParts(UploadTokens tokens) {
        return new WebParts(
                tokens,
                (delivery, trace) -> watching.telemetry().following(trace, () -> take(delivery)),
                intake.ports().ledger(),
                intake.ports().receipts(),
                intake.receipts()::annotated,
                hub.home().resolve("spool"),
                () -> answers(tokens));
    }

    private static boolean answers(UploadTokens tokens) {
        try {
            tokens.senders();
            return true;
        } catch (RuntimeException unreachable) {
            return false;
        }
    }

    int httpPort() {
        return web.port();
    }

    int monitorPort() {
        return watching.port();
    }

    /** Sends the traces that are still here. */
    void flush() {
        watching.telemetry().flush();
    }

    int dropPort() {
        return drop.port();
    }

    /** One file at a time, whichever door it came in by. */
    private synchronized Receipt take(Delivery delivery) {
        return intake.intake().submit(delivery, Progress.SILENT);
    }

    /** What is done again and again; one part that fails keeps no other waiting. */
    void round() {
        refreshOnce();
        if (rounded++ % ROUNDS_BETWEEN_PULLS == 0) {
            attempt("pulling on channels", partners::pullChannels);
        }
        for (String sender : partners.senders()) {
            attempt("reading acknowledgements of " + sender, () -> routes.pullAcks(sender, this::acknowledge));
        }
        attempt("sending receipts", () -> intake.receipts().send(this::deliver));
        attempt("watching over feeds", watch::look);
        notices.ifPresent(round -> watching.noticed(round.send()));
        watching.look();
    }

    /** Looks into every inbox now, between two looks of its own. */
    void look() {
        refreshOnce();
        partners.senders().forEach(routes::pullOnce);
    }

    private void refreshOnce() {
        attempt("taking up accounts and channels", partners::refresh);
    }

    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.error("While {}: {}", what, failed.getClass().getName());
        }
    }

    private void acknowledge(String sender, String name, Path file) {
        SmallFile.read(file)
                .flatMap(bytes -> acknowledgements.acknowledge(sender, name, bytes))
                .ifPresent(problem -> events.record(
                        FeedEvent.of(clock.instant(), sender, ProblemCode.valueOf(problem.code()), problem.fact())));
    }

    private boolean deliver(String sender, String name, Path file) {
        if (!partners.senders().contains(sender)) {
            return false;
        }
        Handover handover = routes.deliver(sender, OutgoingFolder.RECEIPTS, name, file);
        return handover instanceof Handover.Delivered || handover instanceof Handover.AlreadyThere;
    }

    /** Stops listening first, lets what is under way end, and stops. */
    @Override
    public void close() {
        rounds.shutdown();
        try {
            rounds.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        while (!opened.isEmpty()) {
            AutoCloseable part = opened.pop();
            try {
                part.close();
            } catch (Exception failed) {
                LOG.warn("A part of the hub did not stop: {}", failed.getClass().getName());
            }
        }
    }
}
