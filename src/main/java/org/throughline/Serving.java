package org.throughline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.HubConfiguration.Listening;
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
import org.throughline.intake.ServedElsewhereException;
import org.throughline.intake.UploadTokens;
import org.throughline.notice.NoticeRound;
import org.throughline.problem.ProblemCode;
import org.throughline.release.AcknowledgementDesk;
import org.throughline.route.ChannelSetting;
import org.throughline.route.Handover;
import org.throughline.route.HubRoutes;
import org.throughline.route.OutgoingFolder;
import org.throughline.route.Pulled;
import org.throughline.route.RouteSetting;
import org.throughline.store.Database;
import org.throughline.store.DutyRota;
import org.throughline.store.JooqAcknowledgementStore;
import org.throughline.store.JooqChannelMarks;
import org.throughline.store.JooqFeedAlarms;
import org.throughline.store.JooqFeedBoard;
import org.throughline.store.JooqFeedEvents;
import org.throughline.store.JooqLeaseStore;
import org.throughline.store.JooqNoticeStore;
import org.throughline.store.JooqSubmissionLedger;
import org.throughline.web.WebParts;
import org.throughline.web.WebServer;
import org.throughline.web.WebSetting;

/** The hub while it serves: looks into inboxes, takes uploads, keeps the drop server open, and sends receipts out. */
final class Serving implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);
    private static final Duration ROUND = ServedPartners.BETWEEN_LOOKS;
    private static final long ROUNDS_AN_HOUR = 60;
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
    private final ServingNode node;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Set<String> settled = ConcurrentHashMap.newKeySet();
    private long rounded;

    private Serving(Hub hub, Addresses at) {
        this.hub = hub;
        this.watching = HubWatch.start(hub, at.monitorPort());
        opened.push(watching);
        this.database = hub.database();
        watching.database(hub.pool());
        this.intake = hub.hubIntake();
        watching.health().reached(HubHealth.Phase.DOORS);
        this.clock = hub.clock();
        this.events = new JooqFeedEvents(database);
        this.acknowledgements = new AcknowledgementDesk(new JooqAcknowledgementStore(database), clock);
        FeedNames names = new FeedNames(new JooqSubmissionLedger(database), intake.ports());
        opened.push(hub.serveAlone());
        this.node = ServingNode.enter(
                new JooqLeaseStore(database, HubDatabase.session(hub.pool())),
                hub.configuration().node(),
                hub.home());
        opened.push(node);
        this.routes = new HubRoutes(routeSetting(), names::feed, this::fetch, events);
        opened.push(routes);
        routes.start();
        routes.watchedBy(watching::delivered);
        this.notices = hub.configuration()
                .mail()
                .map(mail -> new NoticeRound(new JooqNoticeStore(database), routes.post(mail), events, clock));
        this.watch = new FeedWatch(new JooqFeedBoard(database), new JooqFeedAlarms(database, clock), clock);
        this.drop = HubDrop.start(database, hub.home(), at.drop(), clock);
        opened.push(drop);
        this.partners = new ServedPartners(
                new ServedPartners.Doors(routes, drop, clock), database, node.leases(), this::looked);
        this.web = WebServer.start(at.http(), webParts(hub.uploadTokens()));
        opened.push(web);
        opened.push(DutyRota.start(database, hub.configuration().node(), duties()));
    }

    /**
     * Where the doors are.
     *
     * @param monitorPort instead of the configured one
     */
    record Addresses(WebSetting http, Listening drop, Optional<Integer> monitorPort) {}

    /** Starts everything, at the configured places but for HTTP. */
    static Serving start(Hub hub, WebSetting http) {
        return start(hub, new Addresses(http, hub.configuration().drop(), Optional.empty()));
    }

    /** Starts everything. */
    static Serving start(Hub hub, Addresses at) {
        Serving serving = new Serving(hub, at);
        serving.watching.health().reached(HubHealth.Phase.DONE);
        serving.node.start(serving.partners::refresh, serving::taken);
        serving.rounds.scheduleWithFixedDelay(serving::round, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
        return serving;
    }

    /** What one node does for all. */
    private List<DutyRota.Duty> duties() {
        List<DutyRota.Duty> duties = new ArrayList<>();
        duties.add(new DutyRota.Duty("watching over feeds", ROUND, watch::look));
        notices.ifPresent(
                round -> duties.add(new DutyRota.Duty("sending notices", ROUND, () -> watching.noticed(round.send()))));
        return duties;
    }

    /** Finishes what the former node of these partners left undone, and asks their channels. */
    private void taken(Set<String> senders) {
        settled.removeAll(senders);
        soon(() -> attempt("pulling on channels", () -> partners.pullChannels(senders)));
        for (String sender : senders) {
            attempt(
                    "finishing what was left of " + sender,
                    () -> intake.intake().resume(sender));
        }
    }

    private RouteSetting routeSetting() {
        FeedHeaders headers = new MappedHeaders(new JooqSubmissionLedger(database), intake.ports());
        ChannelSetting channels = ChannelSetting.of(
                new JooqChannelMarks(database, clock), hub.home().resolve("drivers"), headers);
        return hub.configuration().routes(hub.routes(), clock, channels).serving(this::serves);
    }

    private WebParts webParts(UploadTokens tokens) {
        return new WebParts(
                tokens,
                (delivery, trace) -> watching.telemetry().following(trace, () -> take(delivery)),
                intake.ports().ledger(),
                intake.ports().receipts(),
                intake.receipts()::annotated,
                hub.configuration().spool(),
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

    /** Where the database does not answer, a node goes by its own lease: what it enters is asked again there. */
    private boolean serves(String sender) {
        try {
            return partners.serves(sender);
        } catch (RuntimeException away) {
            return node.leases().serves(sender);
        }
    }

    /** What this node fetched is entered as long as the partner is its own; what fails because it is not is no failure. */
    private Receipt fetch(Delivery delivery) {
        String sender = delivery.feed().sender();
        OptionalLong number = partners.number();
        if (delivery.way() == Delivery.Way.SENT) {
            return take(delivery);
        }
        if (number.isEmpty() || !serves(sender)) {
            throw new ServedElsewhereException(sender);
        }
        try {
            return take(delivery.fetchedBy(number));
        } catch (RuntimeException failed) {
            if (serves(sender)) {
                throw failed;
            }
            LOG.info(
                    "What another node does now failed here: {}",
                    failed.getClass().getName());
            throw new ServedElsewhereException(sender);
        }
    }

    /** All that stood in a partner's inbox is archived, and answered at once. */
    private void looked(String sender, Pulled pulled) {
        if (pulled.files().isEmpty() && settled.contains(sender)) {
            return;
        }
        OptionalLong number = partners.number();
        if (!pulled.again() && number.isPresent() && node.leases().serves(sender)) {
            attempt(
                    "noting what is archived of " + sender,
                    () -> intake.intake().archived(sender, number));
            settled.add(sender);
        }
        soon(() -> sendReceipts(Set.of(sender)));
    }

    /** What comes while the hub stops is left to the next start. */
    private void soon(Runnable work) {
        if (!rounds.isShutdown()) {
            rounds.execute(work);
        }
    }

    private void sendReceipts(Set<String> senders) {
        attempt("sending receipts", () -> intake.receipts().send(senders, this::deliver));
    }

    /** What is done again and again; one part that fails keeps no other waiting. */
    void round() {
        refreshOnce();
        if (rounded % ROUNDS_AN_HOUR == 0) {
            attempt("removing half-kept originals", intake.ports().originals()::clear);
        }
        if (++rounded % ROUNDS_AN_HOUR == 0) {
            attempt("opening channels that listen", partners::listen);
        }
        attempt("pulling on channels", () -> partners.pullChannels(node.leases().served()));
        for (String sender : partners.senders()) {
            attempt("reading acknowledgements of " + sender, () -> routes.pullAcks(sender, this::acknowledge));
        }
        sendReceipts(node.leases().served());
        watching.look();
    }

    /** Looks into every inbox now, between two looks of its own. */
    void look() {
        refreshOnce();
        partners.senders().forEach(routes::pullOnce);
    }

    private void refreshOnce() {
        partners.refresh();
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
        if (!partners.senders().contains(sender) || !serves(sender)) {
            return false;
        }
        Handover handover = routes.deliver(sender, OutgoingFolder.RECEIPTS, name, file);
        return handover instanceof Handover.Delivered || handover instanceof Handover.AlreadyThere;
    }

    /** Stops listening first, lets what is under way end, and stops. */
    @Override
    public void close() {
        node.settle();
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
