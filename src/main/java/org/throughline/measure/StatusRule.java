package org.throughline.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives every index event its one status. Whether a client could be observed is decided before, and without looking at,
 * whether there is an event.
 *
 * <p>Unit and attribution: every end of service is an index event of the provider that ended it. One index event per person
 * would drop exits that failed as soon as the person exits again, and flatter the figures.
 */
final class StatusRule {
    private final Measure measure;
    private final Optional<LocalDate> observedThrough;
    private final LinkGrades grades;

    StatusRule(Measure measure, ClientHistory.Snapshot snapshot) {
        this.measure = measure;
        this.observedThrough = Optional.ofNullable(snapshot.observedThrough().get(measure.source()));
        this.grades = snapshot.grades();
    }

    List<EventStatus> statuses(ClientHistory history) {
        return indexEvents(history).stream()
                .map(index -> status(history, index))
                .toList();
    }

    private List<IndexEvent> indexEvents(ClientHistory history) {
        Map<List<Object>, String> firstKeys = new HashMap<>();
        var ends = history.stays().stream().filter(measure.rule()::isIndex).toList();
        ends.forEach(stay -> firstKeys.merge(sameDay(stay), stay.key(), StatusRule::smaller));
        return ends.stream()
                .map(stay -> new IndexEvent(
                        stay,
                        stay.exit().orElseThrow(),
                        !firstKeys.get(sameDay(stay)).equals(stay.key())))
                .toList();
    }

    private static List<Object> sameDay(Stay stay) {
        return List.of(stay.record(), stay.exit().orElseThrow());
    }

    private static String smaller(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private EventStatus status(ClientHistory history, IndexEvent index) {
        if (index.repeated()) {
            return withoutEvent(history, index, Status.EXCLUDED, StatusReason.SAME_DAY_EXIT);
        }
        if (observedThrough.isEmpty()) {
            return withoutEvent(history, index, Status.UNKNOWN, StatusReason.SOURCE_GAP);
        }
        if (!history.isVisible(index.stay().record(), measure.source())) {
            return withoutEvent(history, index, Status.UNKNOWN, StatusReason.NO_LINK);
        }
        var seen = seen(history, index);
        var mature = !measure.window().maturesOn(index.date()).isAfter(observedThrough.get());
        var status = mature ? seen.isEmpty() ? Status.DEN_ONLY : Status.NUM : Status.IMMATURE;
        var earlier = measure.rule().earlierIncidents(history, index).stream()
                .anyMatch(event -> measure.window().contains(index.date(), event.date()));
        return built(history, index, new Outcome(status, Optional.empty(), seen, earlier));
    }

    private EventStatus withoutEvent(ClientHistory history, IndexEvent index, Status status, StatusReason reason) {
        return built(history, index, new Outcome(status, Optional.of(reason), List.of(), false));
    }

    private EventStatus built(ClientHistory history, IndexEvent index, Outcome outcome) {
        var stay = index.stay();
        return new EventStatus(
                measure,
                stay.record(),
                stay.key(),
                history.client(),
                index.date(),
                stay.entry(),
                outcome.status(),
                outcome.reason(),
                observedThrough,
                outcome.seen(),
                outcome.earlierIncident());
    }

    /** The earliest event inside the window per sender; where that day shows several, the one with the best link. */
    private List<SeenEvent> seen(ClientHistory history, IndexEvent index) {
        var bySender = new HashMap<String, SeenEvent>();
        for (var event : measure.rule().events(history, index)) {
            if (measure.window().contains(index.date(), event.date())) {
                var grade = grades.between(index.stay().record(), event.record());
                var seen = new SeenEvent(event.record().sender(), event.key(), event.date(), grade);
                bySender.merge(seen.sender(), seen, StatusRule::better);
            }
        }
        var ordered = new ArrayList<>(bySender.values());
        ordered.sort(SeenEvent.ORDER);
        return ordered;
    }

    private static SeenEvent better(SeenEvent one, SeenEvent other) {
        return SeenEvent.ORDER.compare(one, other) <= 0 ? one : other;
    }

    private record Outcome(
            Status status, Optional<StatusReason> reason, List<SeenEvent> seen, boolean earlierIncident) {}
}
