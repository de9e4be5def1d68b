package org.throughline.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Counts of a measure for one provider. Only counts are kept; rates are computed when shown.
 *
 * @param sender the provider
 * @param counts index events by status; statuses that do not occur are absent
 * @param earlierIncidents index events with a report in the window about an incident before the index event
 */
public record MeasureValue(
        Measure measure,
        String sender,
        Map<Status, Long> counts,
        long earlierIncidents,
        Optional<LocalDate> observedThrough) {

    public MeasureValue {
        counts = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static MeasureValue of(Measure measure, String sender, List<EventStatus> statuses) {
        var counts = new EnumMap<Status, Long>(Status.class);
        statuses.forEach(status -> counts.merge(status.status(), 1L, Long::sum));
        long earlier = statuses.stream().filter(EventStatus::earlierIncident).count();
        return new MeasureValue(
                measure, sender, counts, earlier, statuses.stream().findFirst().flatMap(EventStatus::observedThrough));
    }

    /** Index events with this status. */
    public long count(Status status) {
        return counts.getOrDefault(status, 0L);
    }

    /** Mature index events with an event. */
    public long numerator() {
        return count(Status.NUM);
    }

    /** Mature index events that are known. */
    public long denominator() {
        return numerator() + count(Status.DEN_ONLY);
    }

    /** All index events. */
    public long population() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Percent with two decimals, half up; empty where the denominator is 0. */
    public Optional<BigDecimal> percent() {
        return percent(numerator(), denominator());
    }

    /** Share of the known among the known and the unknown, in percent; empty where there are none. */
    public Optional<BigDecimal> coverage() {
        return percent(denominator(), denominator() + count(Status.UNKNOWN));
    }

    static Optional<BigDecimal> percent(long numerator, long denominator) {
        return denominator == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(100 * numerator)
                        .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP));
    }
}
