package org.throughline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.mapping.Content;
import org.throughline.mapping.Mapping;
import org.throughline.problem.NotFoundException;
import org.throughline.problem.RefusedException;

/**
 * Takes files in: keeps the original before anything else, decides every record in one transaction, takes up what waited for
 * it, and answers with a receipt. Killed at any instant, {@link #resume} ends in the state it would have reached.
 */
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final IntakePorts ports;
    private final Mappings mappings;
    private final SecondLook secondLook;
    private final SubmissionWatcher watcher;
    private final Map<String, Object> turns = new ConcurrentHashMap<>();

    /** Intake over these ports. */
    public Intake(IntakePorts ports) {
        this.ports = ports;
        this.watcher = ports.watcher();
        this.mappings = new Mappings(ports);
        this.secondLook = new SecondLook(ports, mappings);
    }

    /** Takes one whole file in. */
    public Receipt submit(Delivery delivery, Progress progress) {
        return watcher.during(Stage.SUBMISSION, () -> taken(delivery, progress));
    }

    private Receipt taken(Delivery delivery, Progress progress) {
        Feed feed = feed(delivery.feed());
        if (feed.status().equals("stopped")) {
            throw new RefusedException(
                    "The feed " + feed.id() + " is stopped; its files are not taken until it is live again.");
        }
        mappings.current(feed.mapping());
        Arrival arrival = watcher.during(Stage.RECEIVE, () -> arrived(feed, delivery));
        return arrival.again() ? fetchedAgain(arrival.submission(), progress) : decide(arrival.submission(), progress);
    }

    /** A submission, and whether it may have been there before. */
    private record Arrival(Submission submission, boolean again) {}

    private Arrival arrived(Feed feed, Delivery delivery) {
        Original original = ports.originals().keep(delivery.file());
        Submission submission =
                ports.ledger().receive(feed, delivery, original, ports.clock().instant());
        return new Arrival(submission, delivery.way() == Delivery.Way.FOLDER);
    }

    /** Where the hub was stopped after it had received the file and before it was archived: the same arrival, answered once. */
    private Receipt fetchedAgain(Submission submission, Progress progress) {
        Receipt receipt = ports.receipts().receipt(submission.number());
        return receipt.status() == SubmissionStatus.RECEIVED ? decide(submission, progress) : receipt;
    }

    /** All files that this node fetched from a sender are archived; the same bytes from now on are another arrival. */
    public void archived(String sender, OptionalLong node) {
        ports.ledger().archived(sender, node);
    }

    /** The mapping that reads a feed, where the feed is known. */
    public Optional<String> mapping(FeedId feed) {
        return ports.ledger().feed(feed).map(Feed::mapping);
    }

    /** Decides what a crash left undecided, takes up and tells what it left untold; returns the receipts of the former. */
    public List<Receipt> resume(Progress progress) {
        List<Receipt> receipts = new ArrayList<>();
        attempt("Originals", ports.originals()::clear);
        for (Submission submission : ports.ledger().undecided()) {
            attempt("Submission " + submission.number(), () -> receipts.add(resumed(submission, progress)));
        }
        for (String sender : ports.loads().waitingSenders()) {
            attempt("What waits at " + sender, () -> secondLook.takeUpWaiting(sender));
        }
        for (long number : ports.receipts().unissued()) {
            attempt("The receipt of submission " + number, () -> issue(number));
        }
        return receipts;
    }

    /** Does the same for one sender, whose former node is gone; what others still have under way is done once. */
    public void resume(String sender) {
        ports.ledger().undecided().stream()
                .filter(left -> left.feed().id().sender().equals(sender))
                .forEach(left -> attempt("Submission " + left.number(), () -> resumed(left, Progress.SILENT)));
        attempt("What waits at " + sender, () -> secondLook.takeUpWaiting(sender));
        for (long number : ports.receipts().unissued(sender)) {
            attempt("The receipt of submission " + number, () -> issue(number));
        }
    }

    private Receipt resumed(Submission submission, Progress progress) {
        return watcher.again(submission.number(), Stage.SUBMISSION, () -> decide(submission, progress));
    }

    /** One that fails keeps nobody else waiting, and is taken up again the next time. */
    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.error(
                    "{} was left undone and could not be finished: {}",
                    what,
                    failed.getClass().getName());
        }
    }

    /** Decides a submission that was held as a whole again, with a person's yes to these codes. */
    Receipt decideAgain(Submission submission, Set<String> waived) {
        return load(submission, mappings.reading(submission), new Terms(waived, Rulings.NONE, Progress.SILENT), true);
    }

    /** Decides a submission anew inside a replay: under this version, heeding what people ruled. */
    void decideAnew(Submission submission, long version, Terms terms) {
        decide(submission, mappings.version(version), terms);
    }

    /** The later submission that makes a snapshot worthless, if there is one: loading it now would bring back what has ended. */
    Optional<Long> overtaken(Submission submission) {
        Mapping mapping = mappings.reading(submission).mapping();
        return mapping.receive().content() == Content.SNAPSHOT
                ? ports.ledger().overtaking(submission)
                : Optional.empty();
    }

    SecondLook secondLook() {
        return secondLook;
    }

    /** After a person's ruling on a record: takes up what waited for it, and tells anew what changed. */
    void ruled(Submission submission) {
        secondLook.takeUpWaiting(submission.feed().id().sender()).forEach(this::issue);
        issue(submission.number());
    }

    /** One at a time of a sender: what comes on several ways at once must be seen by what follows it. */
    private Receipt decide(Submission submission, Progress progress) {
        String sender = submission.feed().id().sender();
        watcher.about(submission);
        return LogLine.about(submission, () -> {
            synchronized (turns.computeIfAbsent(sender, any -> new Object())) {
                Receipt receipt =
                        decide(submission, mappings.reading(submission), new Terms(Set.of(), Rulings.NONE, progress));
                watcher.decided(receipt);
                return receipt;
            }
        });
    }

    private Receipt decide(Submission submission, Mappings.Versioned mapping, Terms terms) {
        return repeated(submission, mapping).orElseGet(() -> load(submission, mapping, terms, false));
    }

    private Optional<Receipt> repeated(Submission submission, Mappings.Versioned mapping) {
        Optional<Submission> earlier = new Repetition(ports, submission, mapping).repeated();
        return earlier.map(same -> {
            ports.loads().duplicate(submission, mapping.version(), same.number());
            return issue(submission.number());
        });
    }

    /** Asks once more what another node decided while this one waited for the sender's turn. */
    private Receipt load(Submission submission, Mappings.Versioned mapping, Terms terms, boolean again) {
        Mapping compiled = mapping.mapping();
        try (Load load = ports.loads().begin(submission, mapping.version())) {
            if (load.decided()) {
                return ports.receipts().receipt(submission.number());
            }
            Repetition repetition = new Repetition(ports, submission, mapping);
            if (!again && repetition.repeated().isPresent()) {
                return repeated(submission, mapping).orElseThrow();
            }
            repetition.countsAgain().ifPresent(load::problem);
            watcher.next(Stage.READ);
            load.settle(new SubmissionReading(submission, compiled, load, terms.progress())
                    .on(terms)
                    .read(ports.originals().path(submission.original().sha256()), terms.waived()));
        }
        watcher.during(
                        Stage.TAKE_UP,
                        () -> secondLook.takeUpWaiting(submission.feed().id().sender()))
                .forEach(this::issue);
        return issue(submission.number());
    }

    private Receipt issue(long submission) {
        return watcher.during(Stage.RECEIPT, () -> {
            Receipt receipt = ports.receipts().receipt(submission);
            ports.receipts().issue(submission, ReceiptDocument.of(receipt));
            return receipt;
        });
    }

    /**
     * On which terms a submission is decided.
     *
     * @param waived codes of file rules that a person has waived
     * @param rulings what people ruled about its records before
     */
    record Terms(Set<String> waived, Rulings rulings, Progress progress) {}

    private Feed feed(FeedId id) {
        Optional<Feed> feed = ports.ledger().feed(id);
        if (feed.isEmpty() && id.sender().equals(FeedId.TRIAL) && mappings.exists(id.name())) {
            return ports.ledger().trialFeed(id, id.name());
        }
        return feed.orElseThrow(() -> new NotFoundException("There is no feed " + id
                + ". Feeds come from a partner file (partner apply) or, for trying a file, from a ready-made mapping;"
                + " mapping list names these."));
    }
}
