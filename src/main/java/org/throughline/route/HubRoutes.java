package org.throughline.route;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.intake.Account;
import org.throughline.intake.Channel;
import org.throughline.intake.FeedEvents;
import org.throughline.notice.Post;

/**
 * The hub's routes to its partners: takes what stands in their inboxes, once or again and again, and delivers receipts and
 * outcome files. Partners come and go while it runs. What goes wrong on the way is a value and a feed event, never an
 * exception.
 */
public final class HubRoutes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubRoutes.class);
    private static final int PATIENCE_SECONDS = 30;

    private final RouteSetting setting;
    private final FeedRouter feeds;
    private final Arrivals arrivals;
    private final FeedEvents events;
    private final Spool spool;
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Templates templates;
    private final Map<String, Partner> partners = new ConcurrentHashMap<>();
    private final OpenChannels channels;
    private final ExecutorService looks = Executors.newCachedThreadPool();
    private BiConsumer<OutgoingFolder, Handover> watcher = (folder, handover) -> {};

    /** The routes, not started yet. */
    public HubRoutes(RouteSetting setting, FeedRouter feeds, Arrivals arrivals, FeedEvents events) {
        this.setting = setting;
        this.feeds = feeds;
        this.arrivals = arrivals;
        this.events = event -> {
            LOG.warn(event.fact());
            events.record(event);
        };
        this.spool = new Spool(setting.spool());
        this.templates = new Templates(context, setting.channels().kinds());
        this.channels = new OpenChannels(new ChannelParts(
                templates,
                context.createProducerTemplate(),
                spool,
                feeds,
                arrivals,
                this.events,
                setting.channels(),
                setting.clock(),
                setting.served()));
    }

    /** Loads the routes; throws a SetupException with every route file that is missing or cannot be read. */
    public void start() {
        KeyExchanges.settle();
        spool.clear();
        context.disableJMX();
        // Camel would otherwise hold every file in memory before the first step of its route.
        context.setStreamCaching(false);
        context.getCamelContextExtension().setName("throughline");
        context.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition());
        context.getShutdownStrategy().setTimeout(PATIENCE_SECONDS);
        context.addComponent(MllpComponent.SCHEME, new MllpComponent());
        context.start();
        templates.load(setting.routes());
    }

    /** Takes a partner up, or takes its changed account; throws a SetupException with everything the account lacks. */
    public synchronized void add(Account account) {
        AccountRule.check(account);
        if (account.transport() == Account.Transport.DROP) {
            PartnerFolders.make(Path.of(account.folder()));
        }
        remove(account.sender());
        PartnerRoutes routes = new PartnerRoutes(templates, account, setting, events);
        partners.put(account.sender(), new Partner(routes, sealing(account), context.createProducerTemplate(), events));
    }

    private Sealing sealing(Account account) {
        return new Sealing(account, spool, setting.sealed(), setting.clock());
    }

    /** The way to a mail server; asked for once. */
    public Post post(MailSetting mail) {
        return new MailRoute(templates, context.createProducerTemplate(), mail);
    }

    /** Takes a channel up, or takes its changed setting; throws a SetupException where the hub has no such transport. */
    public void add(Channel channel) {
        channels.add(channel);
    }

    /** Lets a channel go, after what is under way is done. */
    public void remove(Channel channel) {
        channels.remove(channel);
    }

    /** Takes what is new on a channel now; returns when it is taken in. */
    public Pulled pull(Channel channel) {
        return channels.pull(channel);
    }

    /** Opens every channel that listens; what arrives on them is taken in from now on. */
    public void listen() {
        channels.listen();
    }

    /** Closes every channel that listens, after what is under way is done. */
    public void hush() {
        channels.hush();
    }

    /** Lets a partner go, after what is under way is done. */
    public synchronized void remove(String sender) {
        Optional.ofNullable(partners.get(sender)).ifPresent(Partner::leave);
        partners.remove(sender);
        templates.remove(pollId(sender));
    }

    /** Takes everything that stands whole in a partner's inbox now; returns when it is taken in. */
    public Pulled pullOnce(String sender) {
        return partner(sender).pull(feeds, arrivals);
    }

    /** Looks into a partner's inbox from now on, with this time between two looks; each is told when it has ended. */
    public synchronized void poll(String sender, Duration between, Consumer<Pulled> looked) {
        partner(sender);
        templates.remove(pollId(sender));
        Processor puller =
                exchange -> Optional.ofNullable(partners.get(sender)).ifPresent(known -> look(known, looked));
        templates.add(
                "poll",
                pollId(sender),
                Map.of("name", sender, "delay", Long.toString(between.toMillis())),
                Map.of("puller", puller));
    }

    /** On a thread of its own: within a route, Camel would put the files of a look off until that route has ended. */
    private void look(Partner partner, Consumer<Pulled> looked) {
        CompletableFuture.runAsync(() -> looked.accept(partner.pull(feeds, arrivals)), looks)
                .join();
    }

    /** Takes the acknowledgements that stand in a partner's folder now. */
    public Pulled pullAcks(String sender, Acknowledgements acknowledgements) {
        return partner(sender).pullAcks(acknowledgements);
    }

    /** Delivers a file under a name; returns when it stands there whole, or why it does not. */
    public Handover deliver(String sender, OutgoingFolder folder, String name, Path file) {
        return deliver(sender, folder, Parcel.of(safe(name), file));
    }

    /** Delivers bytes under a name; returns when they stand there whole, or why they do not. */
    public Handover deliver(String sender, OutgoingFolder folder, String name, byte[] bytes) {
        return deliver(sender, folder, Parcel.of(safe(name), bytes));
    }

    /** Told what came of each delivery from now on. */
    public void watchedBy(BiConsumer<OutgoingFolder, Handover> told) {
        watcher = told;
    }

    private Handover deliver(String sender, OutgoingFolder folder, Parcel parcel) {
        Handover handover = delivered(sender, folder, parcel);
        watcher.accept(folder, handover);
        return handover;
    }

    /** Outcomes go out on the partner's channel for deliveries, where it has one. */
    private Handover delivered(String sender, OutgoingFolder folder, Parcel parcel) {
        Optional<Channel> channel = folder == OutgoingFolder.OUTCOMES ? channels.delivering(sender) : Optional.empty();
        return channel.map(way -> channels.deliver(way, parcel))
                .orElseGet(() -> partner(sender).deliver(folder, parcel));
    }

    /** True where outcomes can be delivered to a partner: at its account or on a channel. */
    public boolean delivers(String sender) {
        return partners.containsKey(sender) || channels.delivering(sender).isPresent();
    }

    private static String safe(String name) {
        SafeName.refusal(name).ifPresent(shape -> {
            throw new IllegalArgumentException("A delivery has " + shape + ".");
        });
        return name;
    }

    private Partner partner(String sender) {
        return Optional.ofNullable(partners.get(sender))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Partner " + sender + " has no account. Add one to its partner file and apply it."));
    }

    private static String pollId(String sender) {
        return sender + "-poll";
    }

    /** Stops all routes, after what is under way is done, and lets every connection go. */
    @Override
    public synchronized void close() {
        channels.close();
        List.copyOf(partners.keySet()).forEach(this::remove);
        context.stop();
        looks.shutdown();
    }
}
