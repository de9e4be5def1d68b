package org.throughline.store;

import java.util.Collection;
import java.util.Set;
import org.jooq.DSLContext;
import org.throughline.canonical.Entity;

/**
 * The last word of a snapshot, for rows that waited: what was taken up late from an earlier snapshot must not bring back what a
 * later one for the same days, or more, leaves out.
 */
final class LaterSnapshot {
    private final DSLContext jooq;
    private final LoadContext load;
    private final StagingArea staging;

    LaterSnapshot(DSLContext jooq, LoadContext load, StagingArea staging) {
        this.jooq = jooq;
        this.load = load;
        this.staging = staging;
    }

    /** Gives the rows of these kinds the outcome {@code past} where there is a later snapshot. */
    void outdate(Collection<Set<Entity>> closedByAbsence) {
        if (!overtaken()) {
            return;
        }
        closedByAbsence.stream()
                .flatMap(Set::stream)
                .distinct()
                .filter(staging.staged()::contains)
                .forEach(entity -> jooq.execute("update " + StagingArea.table(entity) + " set outcome = 'past'"));
    }

    private boolean overtaken() {
        return (boolean) jooq.fetchValue("select " + overtaking(Long.toString(load.submission())));
    }

    /** A condition that is true where a later snapshot of the same feed tells all about the days of this submission. */
    static String overtaking(String submission) {
        return """
            exists (select 1 from intake.submission s join intake.submission n on n.feed_id = s.feed_id
                       and n.submission_id > s.submission_id and n.status = 'loaded' and n.tells_all and n.testing = s.testing
                       and daterange(n.period_from, n.period_to, '[]') @> daterange(s.period_from, s.period_to, '[]')
                     where s.submission_id = %s)
            """.formatted(submission);
    }
}
