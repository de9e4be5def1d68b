package org.throughline.route;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.intake.FeedEvent;
import org.throughline.intake.ServedElsewhereException;
import org.throughline.pgp.PgpFault;
import org.throughline.problem.ProblemCode;

/** Hears from Camel how one look into a folder goes, and says it in words. A connection that broke ends the look. */
final class PullOutcome implements PollingConsumerPollStrategy, ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PullOutcome.class);

    private final String sender;
    private final String folder;
    private final SftpLine line;
    private final BooleanSupplier served;
    private final Notices notices;
    private final Clock clock;
    private final List<String> taken = new ArrayList<>();
    private Optional<TransportFault> fault = Optional.empty();
    private boolean held;

    /**
     * Where files are taken from.
     *
     * @param line the way there, unless it is a folder of this machine
     * @param served false from when another node has taken the sender over
     */
    record Place(String sender, String folder, SftpLine line, BooleanSupplier served) {}

    PullOutcome(Place place, Notices notices, Clock clock) {
        this.sender = place.sender();
        this.folder = place.folder();
        this.line = place.line();
        this.served = place.served();
        this.notices = notices;
        this.clock = clock;
    }

    void begin() {
        taken.clear();
        fault = Optional.empty();
        held = false;
        notices.begin();
    }

    Pulled end() {
        return new Pulled(taken, notices.end(!over()));
    }

    void taken(String name) {
        taken.add(name);
    }

    /** What a failure on the way to the folder comes down to. */
    TransportFault fault(Throwable failure) {
        return line.fault(failure);
    }

    /** Why the look could not go on; empty while all is well. */
    Optional<TransportFault> fault() {
        return fault;
    }

    /** True where nothing more is taken in this look. */
    boolean over() {
        return held || fault.isPresent();
    }

    /** Asks whether the partner is this node's still. Where it is not, nothing more is taken or told: that is the other's now. */
    boolean served() {
        if (!served.getAsBoolean()) {
            LOG.info("The look into {} of {} ends: another node serves the partner now.", folder, sender);
            held = true;
            return false;
        }
        return true;
    }

    /** The account cannot be used; told once per look. */
    void broke(TransportFault why) {
        if (fault.isEmpty()) {
            fault = Optional.of(why);
            String fact = "Folder " + folder + " of " + sender + " could not be read: " + why.words() + ".";
            note("fault " + why, ProblemCode.TRANSPORT, fact);
        }
    }

    /** A file could not be fetched. Where the server answered, the other files are taken all the same. */
    void notFetched(String name, TransportFault why) {
        if (!why.answered()) {
            broke(why);
            return;
        }
        note(
                name,
                ProblemCode.TRANSPORT,
                "File " + name + " of " + sender + " could not be fetched: " + why.words() + ". It stays in " + folder
                        + ".");
    }

    /** The file is shorter or longer than its listing says; it stays and is taken again. */
    void notWhole(String name, long arrived, long listed) {
        note(
                name,
                ProblemCode.TRANSPORT,
                "File " + name + " of " + sender + " arrived with " + arrived + " bytes where its folder lists "
                        + listed + "; it stays there and is fetched again.");
    }

    /**
     * The hub could not take the file in; the exception is ours, and is logged when it is new. Where the next files would fare
     * no better the look ends: files of a feed must not overtake each other.
     */
    void notTakenIn(String name, Exception ours) {
        if (ours instanceof ServedElsewhereException) {
            LOG.info(ours.getMessage());
            held = true;
            return;
        }
        Optional<HubFault> why = HubFault.of(ours);
        held = held || why.isPresent();
        String fact = "File " + name + " of " + sender + " arrived whole, but the hub could not take it in"
                + why.map(HubFault::words).map(words -> ": " + words).orElse("") + "; it stays in " + folder
                + why.map(any -> ", and so does what comes after it").orElse("") + ".";
        if (note(name, ProblemCode.ARRIVAL_FAILED, fact)) {
            LOG.error("File {} of {} could not be taken in.", name, sender, ours);
        }
    }

    /** The file is sealed, and its seal is no good. It stays, and is tried again: keys change. */
    void notOpened(String name, PgpFault fault) {
        note(
                name,
                fault.code(),
                "File " + name + " of " + sender + " was not taken: " + fault.words() + ". It stays in " + folder
                        + ".");
    }

    /** The file is in the hub; what stands there now is another one, which nobody has read. */
    void replaced(String name) {
        note(
                "replaced " + name,
                ProblemCode.TRANSPORT,
                "File " + name + " of " + sender + " was replaced while the hub took it in; the new one stays in "
                        + folder + " and is taken at the next look.");
    }

    /** The file is in the hub, but still stands where it was. */
    void notArchived(String name, TransportFault why) {
        note(
                "archive " + name,
                ProblemCode.TRANSPORT,
                "File " + name + " of " + sender + " is taken in, but could not be moved to archive: " + why.words()
                        + ". It is recognized by its content when it is fetched again.");
    }

    boolean note(String subject, ProblemCode code, String fact) {
        return served() && notices.note(subject, FeedEvent.of(clock.instant(), sender, code, fact));
    }

    /** The look ended because of the hub itself, not of the account: the files stay, and those who keep the account need do nothing. */
    private void brokeHere(HubFault why) {
        held = true;
        note(
                "hub " + why,
                ProblemCode.ARRIVAL_FAILED,
                "Folder " + folder + " of " + sender + " was not gone through to its end: " + why.words()
                        + ". What is there stays, and is taken at a later look.");
    }

    @Override
    public void handleException(Throwable exception) {
        HubFault.of(exception).ifPresentOrElse(this::brokeHere, () -> broke(fault(exception)));
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        GenericFile<?> file = exchange.getProperty(ExchangePropertyKey.FILE_EXCHANGE_FILE, GenericFile.class);
        HubFault.of(exception)
                .ifPresentOrElse(this::brokeHere, () -> notFetched(file.getFileNameOnly(), fault(exception)));
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        // The look is judged when it ends.
    }

    /** Never again within the same look; the exception comes by {@link #handleException}. */
    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        return false;
    }
}
