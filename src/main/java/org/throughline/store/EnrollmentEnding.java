package org.throughline.store;

import static org.throughline.canonical.Entity.ENROLLMENT;

import java.util.Set;
import org.jooq.DSLContext;
import org.throughline.canonical.Entity;

/**
 * An enrollment that ends, because its sender took it back or a snapshot no longer holds it, takes along what hangs on it:
 * exits, services, assessments and the like that the same file does not state anew.
 */
final class EnrollmentEnding {
    private static final String CLOSING = "select key from stage_closing where entity = 'enrollment'";
    private static final String ENDING =
            CLOSING + " union all select key from stage_decided_enrollment where outcome = 'close'";

    private final DSLContext jooq;
    private final LoadContext load;
    private final StagingArea staging;

    EnrollmentEnding(DSLContext jooq, LoadContext load, StagingArea staging) {
        this.jooq = jooq;
        this.load = load;
        this.staging = staging;
    }

    /** Adds the children of enrollments that end to {@code stage_closing}. */
    void takeAlong() {
        takeAlongWhatIsLate();
        String ending = staging.staged().contains(ENROLLMENT) ? ENDING : CLOSING;
        if (!(boolean) jooq.fetchValue("select exists (" + ending + ")")) {
            return;
        }
        staging.ensure(ENROLLMENT);
        for (Entity child : Entity.values()) {
            if (child.field("enrollment_key").isPresent()) {
                staging.ensure(child);
                takeAlong(child);
            }
        }
    }

    /** What comes after its enrollment was taken back ends as it would have ended if it had come before. */
    private void takeAlongWhatIsLate() {
        for (Entity child : Set.copyOf(staging.staged())) {
            if (child.field("enrollment_key").isPresent()) {
                jooq.execute(
                        """
                        insert into stage_closing (entity, key, cascade)
                        select ?, x.key, true from %s x join %s d on d.number = x.number
                         where d.outcome in ('new', 'replace', 'same') and not x.retracted and x.enrollment_key is not null
                           and (exists (select 1 from intake.taken_back t
                                         where t.sender = ? and t.entity = 'enrollment' and t.key = x.enrollment_key)
                                or exists (select 1 from intake.taken_along l
                                            where l.sender = ? and l.entity = 'enrollment' and l.key = x.enrollment_key))
                           and not exists (select 1 from canonical.enrollment e
                                            where e.sender = ? and e.key = x.enrollment_key and e.recorded_to is null)
                           %s
                        """.formatted(
                                        StagingArea.table(child),
                                        StagingArea.decided(child),
                                        staging.staged().contains(ENROLLMENT)
                                                ? "and not exists (select 1 from stage_decided_enrollment y where y.key = x.enrollment_key"
                                                        + " and y.outcome = 'new')"
                                                : ""),
                        child.table(),
                        load.sender(),
                        load.sender(),
                        load.sender());
            }
        }
    }

    private void takeAlong(Entity child) {
        jooq.execute(
                """
                insert into stage_closing (entity, key, cascade)
                select ?, c.key, true from %s c
                 where c.sender = ? and c.recorded_to is null and c.enrollment_key in (%s)
                   and not exists (select 1 from %s x join stage_record r on r.seq = x.seq and r.state is null
                                    where x.key = c.key and not x.retracted)
                """.formatted(RecordDecision.belief(child), ENDING, StagingArea.table(child)),
                child.table(),
                load.sender());
    }
}
