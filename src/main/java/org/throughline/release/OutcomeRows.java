package org.throughline.release;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns findings into the rows of a file: sorted, and uniform whatever is withheld. */
final class OutcomeRows {
    private OutcomeRows() {}

    static List<OutcomeRow> of(List<Finding> findings) {
        return findings.stream().map(OutcomeRows::row).sorted(OutcomeRow.ORDER).toList();
    }

    private static OutcomeRow row(Finding finding) {
        IndexEvent event = finding.event();
        MeasureKey measure = event.measure();
        return new OutcomeRow(
                event.clientKey(),
                measure.id(),
                measure.version(),
                finding.status(),
                finding.eventDate().map(YearMonth::from),
                finding.eventDate().filter(date -> finding.grantsDate()),
                measure.window(),
                finding.isTold() ? event.observedThrough() : Optional.empty(),
                false);
    }

    /** The same rows, each saying whether it tells something else than the rows delivered last. */
    static List<OutcomeRow> against(List<OutcomeRow> delivered, List<OutcomeRow> rows) {
        Map<List<String>, OutcomeRow> known =
                delivered.stream().collect(Collectors.toMap(OutcomeRows::key, Function.identity()));
        return rows.stream()
                .map(row -> row.changed(Optional.ofNullable(known.get(key(row)))
                        .map(old -> !old.tellsTheSame(row))
                        .orElse(true)))
                .toList();
    }

    private static List<String> key(OutcomeRow row) {
        return List.of(row.clientKey(), row.measure());
    }
}
