package org.throughline;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.drop.DropServer;
import org.throughline.intake.Account;
import org.throughline.intake.Channel;
import org.throughline.intake.ChannelUse;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.FeedEvents;
import org.throughline.node.Leases;
import org.throughline.problem.ProblemCode;
import org.throughline.problem.SetupException;
import org.throughline.route.ChannelKinds;
import org.throughline.route.HubRoutes;
import org.throughline.route.Pulled;
import org.throughline.store.Database;
import org.throughline.store.JooqAccounts;
import org.throughline.store.JooqChannelMarks;
import org.throughline.store.JooqChannels;
import org.throughline.store.JooqDropAccounts;
import org.throughline.store.JooqFeedEvents;

/** Accounts and channels as they are set up, and the routes that serve them: who is applied or changed is taken up. */
final class ServedPartners {
    private static final Logger LOG = LoggerFactory.getLogger(ServedPartners.class);
    static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private final HubRoutes routes;
    private final DropServer drop;
    private final Database database;
    private final Leases leases;
    private final BiConsumer<String, Pulled> looked;
    private final FeedEvents events;
    private final Clock clock;
    private final AtomicReference<OptionalLong> number = new AtomicReference<>(OptionalLong.empty());
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Set<Account> refused = ConcurrentHashMap.newKeySet();
    private final PullTimes pulls;
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();

    /**
     * The partners of this node.
     *
     * @param looked is told of each look into a partner's inbox when it has ended
     */
    ServedPartners(Doors doors, Database database, Leases leases, BiConsumer<String, Pulled> looked) {
        this.routes = doors.routes();
        this.drop = doors.drop();
        this.clock = doors.clock();
        this.database = database;
        this.events = new JooqFeedEvents(database);
        this.leases = leases;
        this.looked = looked;
        this.pulls = new PullTimes(new JooqChannelMarks(database, clock), clock);
    }

    /** What is open to partners, and the clock that stamps what goes wrong there. */
    record Doors(HubRoutes routes, DropServer drop, Clock clock) {}

    /** The partners whose accounts are served. */
    List<String> senders() {
        return accounts.keySet().stream().sorted().toList();
    }

    /** The number of this node under which they are served; empty where none is. */
    OptionalLong number() {
        return number.get();
    }

    /** True where the partner is this node's now, and has been since it was taken up. */
    boolean serves(String sender) {
        OptionalLong since = number();
        return since.isPresent() && leases.holds(since.getAsLong(), sender);
    }

    /**
     * Takes up what is new or changed, and lets go what is gone or served by another node. A node that comes back under a new
     * number lets go everything, since another may have been at it meanwhile. Returns what it may serve, and nothing else does.
     */
    synchronized Leases.Hold refresh() {
        Leases.Hold hold = leases.hold();
        letGo(hold.number().equals(number()) ? hold.senders() : Set.of());
        number.set(hold.number());
        try {
            takeUp(hold.senders());
        } catch (RuntimeException failed) {
            LOG.error(
                    "While taking up accounts and channels: {}",
                    failed.getClass().getName());
        }
        return hold;
    }

    private void takeUp(Set<String> served) {
        drop.open(new JooqDropAccounts(database).all());
        accounts(new JooqAccounts(database)
                .all().stream()
                        .filter(account -> served.contains(account.sender()))
                        .toList());
        channels(new JooqChannels(database)
                .all().stream()
                        .filter(channel -> listens(channel) || served.contains(channel.sender()))
                        .toList());
    }

    /** Before the database is asked for anything: it may be away, which ends the leases. */
    private void letGo(Set<String> served) {
        senders().stream().filter(sender -> !served.contains(sender)).forEach(this::leave);
        List.copyOf(channels.values()).stream()
                .filter(channel -> !listens(channel) && !served.contains(channel.sender()))
                .forEach(this::leave);
    }

    private void leave(String sender) {
        routes.remove(sender);
        accounts.remove(sender);
    }

    private void leave(Channel channel) {
        routes.remove(channel);
        channels.remove(channel.id());
        pulls.forget(channel);
    }

    /** Messages are taken by every node: whoever stands before the nodes chooses one that answers. */
    private static boolean listens(Channel channel) {
        return ChannelKinds.uses().get(channel.route()) == ChannelUse.LISTEN;
    }

    private void accounts(List<Account> now) {
        List<String> named = now.stream().map(Account::sender).toList();
        senders().stream().filter(sender -> !named.contains(sender)).forEach(this::leave);
        now.stream()
                .filter(account -> !account.equals(accounts.get(account.sender())))
                .forEach(this::enter);
    }

    /** A wrong account is its partner's event, once for each form of it. */
    private void enter(Account account) {
        try {
            routes.add(account);
            accounts.put(account.sender(), account);
            routes.poll(account.sender(), BETWEEN_LOOKS, pulled -> looked.accept(account.sender(), pulled));
        } catch (SetupException wrong) {
            if (refused.add(account)) {
                tell(wrong, finding -> FeedEvent.of(clock.instant(), account.sender(), ProblemCode.TRANSPORT, finding));
            }
        }
    }

    private void channels(List<Channel> now) {
        List<String> named = now.stream().map(Channel::id).toList();
        List.copyOf(channels.values()).stream()
                .filter(channel -> !named.contains(channel.id()))
                .forEach(this::leave);
        List<Channel> changed = now.stream()
                .filter(channel -> !channel.equals(channels.get(channel.id())))
                .toList();
        changed.forEach(this::enter);
        if (!changed.isEmpty()) {
            routes.listen();
        }
    }

    private void enter(Channel channel) {
        channels.put(channel.id(), channel);
        pulls.forget(channel);
        try {
            routes.add(channel);
        } catch (SetupException wrong) {
            tell(wrong, finding -> FeedEvent.of(clock.instant(), channel, ProblemCode.CHANNEL, finding));
        }
    }

    /** Opens again the channels that should listen and do not. */
    void listen() {
        routes.listen();
    }

    /** Takes what is new on the channels of these partners that are due to be asked. */
    void pullChannels(Collection<String> senders) {
        Map<String, ChannelUse> uses = ChannelKinds.uses();
        channels.values().stream()
                .filter(channel -> uses.get(channel.route()) == ChannelUse.PULL && senders.contains(channel.sender()))
                .filter(pulls::isDue)
                .forEach(channel -> {
                    pulls.asks(channel);
                    routes.pull(channel);
                });
    }

    private void tell(SetupException wrong, Function<String, FeedEvent> event) {
        wrong.findings().stream().map(event).forEach(events::record);
    }
}
