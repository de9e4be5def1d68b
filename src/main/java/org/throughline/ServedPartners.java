package org.throughline;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.throughline.drop.DropServer;
import org.throughline.intake.Account;
import org.throughline.intake.Channel;
import org.throughline.intake.ChannelUse;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.FeedEvents;
import org.throughline.problem.ProblemCode;
import org.throughline.problem.SetupException;
import org.throughline.route.ChannelKinds;
import org.throughline.route.HubRoutes;
import org.throughline.store.Database;
import org.throughline.store.JooqAccounts;
import org.throughline.store.JooqChannels;
import org.throughline.store.JooqDropAccounts;
import org.throughline.store.JooqFeedEvents;

/** Accounts and channels as they are set up, and the routes that serve them: who is applied or changed is taken up. */
final class ServedPartners {
    static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private final HubRoutes routes;
    private final DropServer drop;
    private final Database database;
    private final FeedEvents events;
    private final Clock clock;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Set<Account> refused = ConcurrentHashMap.newKeySet();
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();

    ServedPartners(HubRoutes routes, DropServer drop, Database database, Clock clock) {
        this.routes = routes;
        this.drop = drop;
        this.database = database;
        this.events = new JooqFeedEvents(database);
        this.clock = clock;
    }

    /** The partners whose accounts are served. */
    List<String> senders() {
        return accounts.keySet().stream().sorted().toList();
    }

    /** Takes up what is new or changed, and lets go what is gone. */
    synchronized void refresh() {
        drop.open(new JooqDropAccounts(database).all());
        accounts(new JooqAccounts(database).all());
        channels(new JooqChannels(database).all());
    }

    private void accounts(List<Account> now) {
        List<String> named = now.stream().map(Account::sender).toList();
        senders().stream().filter(sender -> !named.contains(sender)).forEach(sender -> {
            routes.remove(sender);
            accounts.remove(sender);
        });
        now.stream()
                .filter(account -> !account.equals(accounts.get(account.sender())))
                .forEach(this::enter);
    }

    /** A wrong account is its partner's event, once for each form of it. */
    private void enter(Account account) {
        try {
            routes.add(account);
            routes.poll(account.sender(), BETWEEN_LOOKS);
            accounts.put(account.sender(), account);
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
                .forEach(channel -> {
                    routes.remove(channel);
                    channels.remove(channel.id());
                });
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
        try {
            routes.add(channel);
        } catch (SetupException wrong) {
            tell(wrong, finding -> FeedEvent.of(clock.instant(), channel, ProblemCode.CHANNEL, finding));
        }
    }

    /** Takes what is new on the channels that are asked; opens again those that should listen and do not. */
    void pullChannels() {
        routes.listen();
        Map<String, ChannelUse> uses = ChannelKinds.uses();
        channels.values().stream()
                .filter(channel -> uses.get(channel.route()) == ChannelUse.PULL)
                .forEach(routes::pull);
    }

    private void tell(SetupException wrong, Function<String, FeedEvent> event) {
        wrong.findings().stream().map(event).forEach(events::record);
    }
}
