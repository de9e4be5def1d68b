package org.throughline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.drop.DropServer;
import org.throughline.intake.Account;
import org.throughline.intake.Delivery;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.FeedEvents;
import org.throughline.intake.FeedNames;
import org.throughline.intake.Progress;
import org.throughline.intake.Receipt;
import org.throughline.intake.UploadTokens;
import org.throughline.problem.ProblemCode;
import org.throughline.problem.SetupException;
import org.throughline.release.AcknowledgementDesk;
import org.throughline.route.Handover;
import org.throughline.route.HubRoutes;
import org.throughline.route.OutgoingFolder;
import org.throughline.store.Database;
import org.throughline.store.JooqAccounts;
import org.throughline.store.JooqAcknowledgementStore;
import org.throughline.store.JooqDropAccounts;
import org.throughline.store.JooqFeedEvents;
import org.throughline.store.JooqSubmissionLedger;
import org.throughline.web.WebParts;
import org.throughline.web.WebServer;
import org.throughline.web.WebSetting;

/** The hub while it serves: looks into inboxes, takes uploads, keeps the drop server open, and sends receipts out. */
final class Serving implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);
    private static final Duration ROUND = Duration.ofMinutes(1);
    private static final long PATIENCE_SECONDS = 30;

    private final Hub hub;
    private final Database database;
    private final HubIntake intake;
    private final FeedEvents events;
    private final Clock clock;
    private final HubRoutes routes;
    private final DropServer drop;
    private final WebServer web;
    private final AcknowledgementDesk acknowledgements;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    private Serving(Hub hub, WebSetting http) {
        this.hub = hub;
        this.database = hub.database();
        this.intake = hub.hubIntake();
        this.clock = hub.clock();
        this.events = new JooqFeedEvents(database);
        this.acknowledgements = new AcknowledgementDesk(new JooqAcknowledgementStore(database), clock);
        FeedNames names = new FeedNames(new JooqSubmissionLedger(database), intake.ports());
        this.routes = new HubRoutes(hub.routeSetting(), names::feed, this::take, events);
        opened.push(routes);
        routes.start();
        this.drop = HubDrop.start(database, hub.home(), hub.configuration().drop(), clock);
        opened.push(drop);
        this.web = WebServer.start(http, webParts(hub.uploadTokens()));
        opened.push(web);
    }

    /** Starts everything; what was opened is closed again where one part cannot start. */
    static Serving start(Hub hub, WebSetting http) {
        Serving serving = new Serving(hub, http);
        serving.rounds.scheduleWithFixedDelay(serving::round, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
        return serving;
    }

    private WebParts webParts(UploadTokens tokens) {
        return new WebParts(
                tokens,
                this::take,
                intake.ports().ledger(),
                intake.ports().receipts(),
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
        for (String sender : List.copyOf(accounts.keySet())) {
            attempt("reading acknowledgements of " + sender, () -> routes.pullAcks(sender, this::acknowledge));
        }
        attempt("sending receipts", () -> intake.receipts().send(this::deliver));
    }

    /** Looks into every inbox now, between two looks of its own. */
    void look() {
        refreshOnce();
        List.copyOf(accounts.keySet()).forEach(routes::pullOnce);
    }

    private void refreshOnce() {
        attempt("taking up accounts", this::refresh);
    }

    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.error("While {}: {}", what, failed.getClass().getName());
        }
    }

    private synchronized void refresh() {
        List<Account> now = new JooqAccounts(database).all();
        drop.open(new JooqDropAccounts(database).all());
        List<String> senders = now.stream().map(Account::sender).toList();
        List.copyOf(accounts.keySet()).stream()
                .filter(sender -> !senders.contains(sender))
                .forEach(this::leave);
        now.stream()
                .filter(account -> !account.equals(accounts.get(account.sender())))
                .forEach(this::enter);
    }

    private void leave(String sender) {
        routes.remove(sender);
        accounts.remove(sender);
    }

    /** A wrong account is its partner's event, once for each form of it. */
    private void enter(Account account) {
        accounts.put(account.sender(), account);
        try {
            routes.add(account);
            routes.poll(account.sender(), ROUND);
        } catch (SetupException wrong) {
            wrong.findings()
                    .forEach(finding -> events.record(
                            FeedEvent.of(clock.instant(), account.sender(), ProblemCode.TRANSPORT, finding)));
        }
    }

    private void acknowledge(String sender, String name, Path file) {
        SmallFile.read(file)
                .flatMap(bytes -> acknowledgements.acknowledge(sender, name, bytes))
                .ifPresent(problem -> events.record(
                        FeedEvent.of(clock.instant(), sender, ProblemCode.valueOf(problem.code()), problem.fact())));
    }

    private boolean deliver(String sender, String name, Path file) {
        if (Optional.ofNullable(accounts.get(sender)).isEmpty()) {
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
