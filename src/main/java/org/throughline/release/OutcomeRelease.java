package org.throughline.release;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.audit.AuditLedger;
import org.throughline.release.Build.Refusal;

/**
 * Tells providers what became of the clients they served. Every file is decided and written in one transaction, and
 * decided again before a file that was not delivered is sent after all.
 */
public final class OutcomeRelease {
    private final OutcomeStore store;
    private final OutcomeDelivery delivery;
    private final AuditLedger audit;
    private final Clock clock;

    public OutcomeRelease(OutcomeStore store, OutcomeDelivery delivery, AuditLedger audit, Clock clock) {
        this.store = store;
        this.delivery = delivery;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes a provider's outcome file, unless the latest one says the same. Delivers nothing. */
    public Build build(String recipient) {
        Instant now = now();
        return store.decide(desk -> build(desk, recipient, now));
    }

    /** Builds and delivers the files of every provider that was ever set up; one failure does not stop the others. */
    public List<Sent> sendAll() {
        return store.recipients().stream().map(this::send).toList();
    }

    /** Builds a provider's file and delivers it; delivers the latest one where that never arrived. */
    public Sent send(String recipient) {
        Build build = build(recipient);
        Optional<OutcomeFile> waiting =
                file(build).filter(file -> file.deliveredAt().isEmpty());
        if (waiting.isEmpty()) {
            return new Sent(recipient, build, Optional.empty(), Optional.empty());
        }
        try {
            return new Sent(recipient, build, Optional.of(deliver(waiting.get())), Optional.empty());
        } catch (IOException failure) {
            return new Sent(recipient, build, Optional.empty(), Optional.of(String.valueOf(failure.getMessage())));
        }
    }

    /** What a provider would be told now about a client, per measure, and why; the look is recorded. */
    public List<Explanation> explain(String recipient, String clientKey) {
        Instant now = now();
        Look look = store.decide(desk -> explain(desk, recipient, clientKey, now));
        audit.record(
                "outcome.explain",
                recipient,
                Map.of(
                        "client",
                        look.client().map(joint -> "joint client " + joint).orElse("not linked")));
        return look.told();
    }

    /** What was told under merges that were taken back, without keys of clients and merges. */
    public List<MisDisclosure> misDisclosures(MisDisclosureQuery query) {
        return store.misDisclosures(query, false);
    }

    /** The same with the provider's client numbers and the merges' keys; the look is recorded. */
    public List<MisDisclosure> showMisDisclosures(MisDisclosureQuery query, String reason) {
        List<MisDisclosure> found = store.misDisclosures(query, true);
        String numbers = found.stream().map(row -> String.valueOf(row.number())).collect(Collectors.joining(", "));
        audit.record(
                "outcome.misdisclosures",
                found.size() + " mis-disclosures",
                Map.of("mis_disclosures", numbers, "values", "shown", "reason", reason));
        return found;
    }

    private record Look(Optional<Long> client, List<Explanation> told) {}

    /** As exact as the database keeps it, so that an instant compares with itself. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Optional<OutcomeFile> file(Build build) {
        if (build instanceof Build.Written written) {
            return Optional.of(written.file());
        }
        return build instanceof Build.Unchanged unchanged ? Optional.of(unchanged.latest()) : Optional.empty();
    }

    private OutcomeFile deliver(OutcomeFile file) throws IOException {
        Parcel parcel = store.parcel(file);
        delivery.deliver(file.recipient(), file.name(), parcel.content());
        delivery.deliver(file.recipient(), file.manifestName(), parcel.manifest());
        Instant now = now();
        store.delivered(file.id(), now);
        return file.delivered(now);
    }

    private static Build build(OutcomeDesk desk, String sender, Instant now) {
        Optional<Recipient> recipient = desk.recipient(sender);
        if (recipient.isEmpty()) {
            return refused(Refusal.UNKNOWN_RECIPIENT, "No provider is called " + sender + ".");
        }
        if (!recipient.get().everSetUp()) {
            return refused(
                    Refusal.NEVER_SET_UP,
                    "No agreement with " + sender + " was ever applied. Apply one before anything is sent.");
        }
        Optional<MeasuredClients> measured = desk.measured(sender);
        if (measured.isEmpty()) {
            return refused(
                    Refusal.NOTHING_MEASURED, "No measures are computed yet. Run measure compute, then build again.");
        }
        return build(desk, recipient.get(), measured.get(), now);
    }

    private static Build build(OutcomeDesk desk, Recipient recipient, MeasuredClients measured, Instant now) {
        if (measured.stale()) {
            return refused(
                    Refusal.MEASURES_STALE,
                    "Links or rulings have changed since the measures were computed. Run link run and measure compute,"
                            + " then build again.");
        }
        Optional<WrittenFile> latest = desk.latest(recipient.sender(), false);
        if (latest.map(last -> now.isBefore(last.file().writtenAt())).orElse(false)) {
            return refused(
                    Refusal.CLOCK_BEHIND,
                    "The clock stands before the instant of the latest file for " + recipient.sender()
                            + ". Set the clock right before anything is sent.");
        }
        Sending sending = new Sending(recipient, now, desk.policy(recipient.sender()), measured.observed());
        Set<OutcomeFormat> formats = sending.policy().outcomeFormats(sending.localDay());
        if (formats.size() > 1) {
            return refused(Refusal.FORMATS_DIFFER, formatsDiffer(recipient, formats));
        }
        OutcomeFormat format = formats.stream().findFirst().orElse(OutcomeFormat.CSV);
        OutcomeBuilder builder = new OutcomeBuilder(sending, format, latest, desk.latest(recipient.sender(), true));
        return build(desk, builder, measured.run(), findings(sending, measured));
    }

    private static String formatsDiffer(Recipient recipient, Set<OutcomeFormat> formats) {
        return "The agreements with " + recipient.sender() + " ask for outcome files in different formats: "
                + formats.stream().map(OutcomeFormat::word).collect(Collectors.joining(", "))
                + ". Give all of them the same outcome_format.";
    }

    private static Build build(OutcomeDesk desk, OutcomeBuilder builder, long run, List<Finding> findings) {
        if (!builder.fits(findings)) {
            return refused(
                    Refusal.TOO_LONG,
                    "A client number of the provider, or the number of rows, has no room in a file of this format."
                            + " Agree on another outcome_format.");
        }
        OutcomeDraft draft = builder.draft(run, findings);
        return builder.sameAsLatest(draft)
                .<Build>map(Build.Unchanged::new)
                .orElseGet(() -> new Build.Written(desk.append(draft)));
    }

    private static List<Finding> findings(Sending sending, MeasuredClients measured) {
        RowRule rule = new RowRule(sending);
        return measured.events().stream().map(rule::find).toList();
    }

    private static Look explain(OutcomeDesk desk, String sender, String clientKey, Instant now) {
        Optional<Recipient> recipient = desk.recipient(sender);
        Optional<MeasuredClients> measured = desk.measured(sender);
        if (recipient.isEmpty() || measured.isEmpty()) {
            return new Look(Optional.empty(), List.of());
        }
        RowRule rule = new RowRule(new Sending(
                recipient.get(), now, desk.policy(sender), measured.get().observed()));
        List<IndexEvent> events = measured.get().events().stream()
                .filter(event -> event.clientKey().equals(clientKey))
                .toList();
        return new Look(
                events.stream().flatMap(event -> event.jointClient().stream()).findFirst(),
                events.stream().map(event -> Explanation.of(rule.find(event))).toList());
    }

    private static Build refused(Refusal refusal, String message) {
        return new Build.Refused(refusal, message);
    }
}
