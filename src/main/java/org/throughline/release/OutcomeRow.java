package org.throughline.release;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;

/**
 * A row of an outcome file: one client, one measure.
 *
 * @param clientKey the provider's own client id
 * @param eventMonth month of the event; only for {@link OutcomeStatus#NUM}
 * @param eventDate its day, where the policy rule grants it
 * @param observedThrough last complete day of the source; empty where nothing is told, whatever the reason
 * @param changed true where it tells something else than the last delivered file
 */
public record OutcomeRow(
        String clientKey,
        String measure,
        int version,
        OutcomeStatus status,
        Optional<YearMonth> eventMonth,
        Optional<LocalDate> eventDate,
        String window,
        Optional<LocalDate> observedThrough,
        boolean changed) {

    /** Order of the rows in a file. */
    static final Comparator<OutcomeRow> ORDER = Comparator.comparing(OutcomeRow::clientKey)
            .thenComparing(OutcomeRow::measure)
            .thenComparing(OutcomeRow::version);

    OutcomeRow changed(boolean nowChanged) {
        return new OutcomeRow(
                clientKey, measure, version, status, eventMonth, eventDate, window, observedThrough, nowChanged);
    }

    /** True where both tell the same; a later watermark alone tells nothing new. */
    boolean tellsTheSame(OutcomeRow other) {
        return version == other.version
                && status == other.status
                && eventMonth.equals(other.eventMonth)
                && eventDate.equals(other.eventDate);
    }

    /** Names the measure and no client. */
    @Override
    public String toString() {
        return "OutcomeRow[" + measure + "]";
    }
}
