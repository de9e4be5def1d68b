package org.throughline.night;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.throughline.intake.Account;
import org.throughline.intake.Channel;
import org.throughline.intake.ChannelUse;
import org.throughline.intake.Delivery;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.Receipt;
import org.throughline.linkage.LinkageResult;
import org.throughline.measure.MeasureResult;
import org.throughline.notice.NoticeRound;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;
import org.throughline.problem.SetupException;
import org.throughline.release.OutcomeRelease;
import org.throughline.release.Sent;
import org.throughline.route.ChannelKinds;
import org.throughline.route.Handover;
import org.throughline.route.HubRoutes;
import org.throughline.route.OutgoingFolder;

/**
 * One night of the hub, step by step. Every step picks up what an earlier night, or a crash, left undone, and a night in which
 * nothing arrived changes nothing.
 */
public final class Night implements AutoCloseable {
    private static final int ACKNOWLEDGEMENT_BYTES = 1 << 20;

    private final NightParts parts;
    private final NightWatcher watcher;
    private final HubRoutes routes;
    private final Set<String> withAccounts;
    private final List<Account> accounts;
    private final List<Channel> channels;
    private final Optional<NoticeRound> notices;
    private final List<Receipt> receipts = new CopyOnWriteArrayList<>();
    private final List<FeedEvent> events = new CopyOnWriteArrayList<>();

    /** A night over these parts; its routes run until it is closed. */
    public Night(NightParts parts, NightWatcher watcher) {
        this.parts = parts;
        this.watcher = watcher;
        this.routes = new HubRoutes(parts.routes(), parts.feeds()::feed, this::arrived, this::happened);
        routes.start();
        this.notices = parts.mail()
                .map(mail -> new NoticeRound(parts.notices(), routes.post(mail), this::happened, parts.clock()));
        List<Account> all = parts.accounts().all();
        this.withAccounts = all.stream().map(Account::sender).collect(Collectors.toUnmodifiableSet());
        this.accounts = all.stream().filter(this::reached).toList();
        this.channels = parts.channels().all().stream().filter(this::reached).toList();
    }

    /** Everything up to the delivery of the outcome files. */
    public NightReport run() {
        int delivered = takeIn();
        watcher.step("Linking clients");
        LinkageResult linked = parts.linkage().run(parts.clock());
        watcher.step("Computing measures");
        MeasureResult measured = parts.measures().run(parts.clock());
        watcher.step("Deciding and sending outcome files");
        List<Sent> sent =
                new OutcomeRelease(parts.outcomes(), this::deliverOutcome, parts.audit(), parts.clock()).sendAll();
        watcher.step("Watching over feeds");
        parts.watch().look();
        sendNotices();
        return new NightReport(List.copyOf(receipts), delivered, List.copyOf(events), linked, measured, sent);
    }

    /** Takes in what stands ready, and answers it; returns how many receipts reached their senders. */
    public int takeIn() {
        watcher.step("Finishing what was left undone");
        receipts.addAll(parts.intake().resume(watcher::records));
        for (Account account : accounts) {
            watcher.step("Fetching from " + account.sender());
            if (!routes.pullOnce(account.sender()).again()) {
                parts.intake().archived(account.sender(), OptionalLong.empty());
            }
        }
        pullChannels();
        watcher.step("Sending receipts");
        return parts.receipts().send(this::deliverReceipt);
    }

    private void sendNotices() {
        notices.ifPresent(round -> {
            watcher.step("Sending notices");
            round.send();
        });
    }

    /** Opens the channels that listen; what arrives on them from now on belongs to this night. */
    public void listen() {
        routes.listen();
    }

    /** Takes in a file that arrived on another way than the night's own routes. */
    public synchronized Receipt take(Delivery delivery) {
        return arrived(delivery);
    }

    private void pullChannels() {
        Map<String, ChannelUse> uses = ChannelKinds.uses();
        for (Channel channel : channels) {
            if (uses.get(channel.route()) == ChannelUse.PULL) {
                watcher.step("Fetching on " + channel.id());
                routes.pull(channel);
            }
        }
    }

    /** Reads what the partners answered to the outcome files; returns what is wrong with the answers. */
    public List<Problem> readAcknowledgements() {
        watcher.step("Reading acknowledgements");
        List<Problem> problems = new ArrayList<>();
        for (Account account : accounts) {
            routes.pullAcks(
                    account.sender(),
                    (sender, name, file) -> acknowledge(sender, name, file).ifPresent(problems::add));
        }
        return problems;
    }

    @Override
    public void close() {
        routes.close();
    }

    /** One partner's wrong account is that partner's event, and nobody else's. */
    private boolean reached(Account account) {
        try {
            routes.add(account);
            return true;
        } catch (SetupException wrong) {
            wrong.findings()
                    .forEach(finding -> happened(
                            FeedEvent.of(parts.clock().instant(), account.sender(), ProblemCode.TRANSPORT, finding)));
            return false;
        }
    }

    /** One wrong channel is its partner's event, and nobody else's. */
    private boolean reached(Channel channel) {
        try {
            routes.add(channel);
            return true;
        } catch (SetupException wrong) {
            wrong.findings()
                    .forEach(finding ->
                            happened(FeedEvent.of(parts.clock().instant(), channel, ProblemCode.CHANNEL, finding)));
            return false;
        }
    }

    private Receipt arrived(Delivery delivery) {
        Receipt receipt = parts.intake().submit(delivery, watcher::records);
        receipts.add(receipt);
        return receipt;
    }

    private void happened(FeedEvent event) {
        events.add(event);
        parts.events().record(event);
    }

    /** Who has no account is answered on the way on which the file came; the receipt stands in the hub's home. */
    private boolean deliverReceipt(String sender, String name, Path file) {
        if (!withAccounts.contains(sender)) {
            return true;
        }
        if (accounts.stream().noneMatch(account -> account.sender().equals(sender))) {
            return false;
        }
        Handover handover = routes.deliver(sender, OutgoingFolder.RECEIPTS, name, file);
        return handover instanceof Handover.Delivered || handover instanceof Handover.AlreadyThere;
    }

    private String deliverOutcome(String recipient, String name, byte[] content) throws IOException {
        if (!routes.delivers(recipient)) {
            throw new IOException(recipient + " has no account and no channel that can be used.");
        }
        Handover handover = routes.deliver(recipient, OutgoingFolder.OUTCOMES, name, content);
        if (handover instanceof Handover.NameTaken taken) {
            throw new IOException(taken.event().fact());
        }
        if (handover instanceof Handover.Failed failed) {
            throw new IOException(failed.event().fact());
        }
        return recipient + "/" + OutgoingFolder.OUTCOMES.word() + "/" + name;
    }

    private Optional<Problem> acknowledge(String sender, String name, Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            Optional<Problem> problem =
                    parts.acknowledgements().acknowledge(sender, name, bytes.readNBytes(ACKNOWLEDGEMENT_BYTES));
            problem.ifPresent(found -> happened(
                    FeedEvent.of(parts.clock().instant(), sender, ProblemCode.valueOf(found.code()), found.fact())));
            return problem;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
