package org.throughline.measure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Computes all measures for all providers. */
public final class MeasureRun {
    private final MeasureRecords records;

    /** A run over these records. */
    public MeasureRun(MeasureRecords records) {
        this.records = records;
    }

    /**
     * Computes everything anew and stores it as one run.
     *
     * @param clock gives the instant whose beliefs are used
     */
    public MeasureResult run(Clock clock) {
        var asOf = clock.instant();
        var statuses = statuses(records.snapshot());
        var values = values(statuses);
        return new MeasureResult(records.write(asOf, statuses, values), statuses.size(), values);
    }

    /** One status per index event and measure, ordered by measure, provider and enrollment. */
    static List<EventStatus> statuses(ClientHistory.Snapshot snapshot) {
        var statuses = new ArrayList<EventStatus>();
        for (var measure : Measure.values()) {
            var rule = new StatusRule(measure, snapshot);
            snapshot.histories().forEach(history -> statuses.addAll(rule.statuses(history)));
        }
        statuses.sort(Comparator.comparing(EventStatus::measure)
                .thenComparing(EventStatus::record)
                .thenComparing(EventStatus::indexKey));
        return statuses;
    }

    static List<MeasureValue> values(List<EventStatus> statuses) {
        var groups = new TreeMap<Measure, TreeMap<String, List<EventStatus>>>();
        for (var status : statuses) {
            groups.computeIfAbsent(status.measure(), any -> new TreeMap<>())
                    .computeIfAbsent(status.record().sender(), any -> new ArrayList<>())
                    .add(status);
        }
        var values = new ArrayList<MeasureValue>();
        groups.forEach((measure, senders) ->
                senders.forEach((sender, group) -> values.add(MeasureValue.of(measure, sender, group))));
        return values;
    }
}
