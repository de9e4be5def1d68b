package org.throughline.intake;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which submissions of a feed are read again.
 *
 * @param from first day on which a period may start; the day of arrival counts where a submission has no period
 * @param to last such day
 * @param submission the one submission that is meant
 * @param version version of the mapping that reads them; each under the version of its own period where none is named
 */
public record ReplayPlan(
        FeedId feed,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Long> submission,
        Optional<Long> version) {

    /** Whether a submission of this feed is meant. */
    boolean means(ReplaySpace.Decided decided) {
        return decided.submission().feed().id().equals(feed)
                && from.filter(day -> decided.day().isBefore(day)).isEmpty()
                && to.filter(day -> decided.day().isAfter(day)).isEmpty()
                && submission
                        .filter(number -> number != decided.submission().number())
                        .isEmpty();
    }
}
