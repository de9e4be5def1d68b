package org.throughline.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.release.Decision.Permit;
import org.throughline.release.Decision.Withhold;

/**
 * Finds what is told for an index event. Whether the client is withheld is decided first, without looking at whether
 * an event exists; then only events of senders that may tell the recipient count, and the recipient's own.
 */
final class RowRule {
    private final Sending sending;

    RowRule(Sending sending) {
        this.sending = sending;
    }

    Finding find(IndexEvent event) {
        Optional<Withheld> standing = standing(event);
        if (standing.isPresent()) {
            return Finding.withheld(event, standing.get());
        }
        Map<String, Permit> permits = new LinkedHashMap<>();
        List<Withheld> refusals = new ArrayList<>();
        for (String discloser : sending.policy().disclosers()) {
            ask(event, discloser, permits, refusals);
        }
        if (permits.isEmpty()) {
            return Finding.withheld(
                    event, refusals.stream().max(Comparator.naturalOrder()).orElse(Withheld.NO_AGREEMENT));
        }
        if (event.observation() == IndexEvent.Observation.NONE) {
            return Finding.withheld(event, Withheld.NOT_OBSERVED);
        }
        return look(event, permits);
    }

    private Optional<Withheld> standing(IndexEvent event) {
        Standing standing = event.standing();
        if (sending.recipient().victimServices() || standing.victimServices()) {
            return Optional.of(Withheld.VICTIM_SERVICES);
        }
        if (!standing.served()) {
            return Optional.of(Withheld.NOT_SERVED);
        }
        if (event.serviceStart().map(start -> event.date().isBefore(start)).orElse(true)) {
            return Optional.of(Withheld.BEFORE_SERVICE);
        }
        return link(standing);
    }

    private static Optional<Withheld> link(Standing standing) {
        if (!standing.searchable()) {
            return Optional.of(Withheld.NOT_SEARCHABLE);
        }
        if (standing.underReview()) {
            return Optional.of(Withheld.OPEN_REVIEW);
        }
        return standing.linkUnchanged() ? Optional.empty() : Optional.of(Withheld.LINK_CHANGED);
    }

    private void ask(IndexEvent event, String discloser, Map<String, Permit> permits, List<Withheld> refusals) {
        Decision decision = sending.policy().decide(sending.question(event.measure(), discloser), event.client());
        if (decision instanceof Withhold withhold) {
            refusals.add(withhold.reason());
        } else if (!sending.observes(discloser, event.measure().source())) {
            refusals.add(Withheld.NO_SOURCE);
        } else if (decision instanceof Permit permit) {
            permits.put(discloser, permit);
        }
    }

    private Finding look(IndexEvent event, Map<String, Permit> permits) {
        List<SeenEvent> tellable = event.seen().stream()
                .filter(seen -> permits.containsKey(seen.sender())
                        || seen.sender().equals(sending.recipient().sender()))
                .filter(seen -> isInside(seen.date(), event))
                .sorted(Comparator.comparing(SeenEvent::date).thenComparing(SeenEvent::sender))
                .toList();
        Optional<SeenEvent> strong =
                tellable.stream().filter(SeenEvent::disclosureGrade).findFirst();
        if (strong.isPresent()) {
            return Finding.found(event, strong.get().date(), grounds(strong.get(), permits));
        }
        if (!tellable.isEmpty()) {
            return Finding.withheld(event, Withheld.LINK_BELOW_DISCLOSURE);
        }
        boolean open = event.observation() == IndexEvent.Observation.OPEN;
        return Finding.told(event, open ? OutcomeStatus.OPEN : OutcomeStatus.DEN_ONLY, List.copyOf(permits.values()));
    }

    /** Nothing before the service or its end, nothing beyond the window. */
    private static boolean isInside(LocalDate date, IndexEvent event) {
        return !date.isBefore(event.date()) && !date.isAfter(event.windowEnd());
    }

    /** For an event of the recipient's own every permit, since each lets the row be told; else the discloser's. */
    private static List<Permit> grounds(SeenEvent seen, Map<String, Permit> permits) {
        return Optional.ofNullable(permits.get(seen.sender())).map(List::of).orElse(List.copyOf(permits.values()));
    }
}
