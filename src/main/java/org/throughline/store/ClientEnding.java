package org.throughline.store;

import static org.throughline.canonical.Entity.CLIENT_RECORD;

import java.util.Set;
import org.jooq.DSLContext;
import org.throughline.canonical.Entity;
import org.throughline.intake.SettlingProblem;
import org.throughline.mapping.SnapshotLimit;

/**
 * A client whom the sender takes back, since the number was given by mistake, takes along what hangs on it: enrollments and with
 * them all that hangs on these, services, events, consents. What the same file states anew stays. A file that takes back an
 * unusual part of the sender's clients waits for a person.
 */
final class ClientEnding {
    private static final String ENDING =
            "select key from stage_decided_client_record where outcome = 'close' and retracted";

    private final DSLContext jooq;
    private final LoadContext load;
    private final StagingArea staging;

    ClientEnding(DSLContext jooq, LoadContext load, StagingArea staging) {
        this.jooq = jooq;
        this.load = load;
        this.staging = staging;
    }

    /** Adds what hangs on clients that are taken back to {@code stage_closing}. */
    void takeAlong(SnapshotLimit limit) {
        takeAlongWhatIsLate();
        if (!staging.staged().contains(CLIENT_RECORD) || !(boolean) jooq.fetchValue("select exists (" + ENDING + ")")) {
            return;
        }
        for (Entity child : Entity.values()) {
            if (TakenAlong.refers(child, "client_key")) {
                staging.ensure(child);
                takeAlong(child);
            }
        }
        ask(limit);
    }

    /** What comes after its client was taken back ends as it would have ended if it had come before. */
    private void takeAlongWhatIsLate() {
        boolean any = (boolean) jooq.fetchValue(
                "select exists (select 1 from intake.taken_back where sender = ? and entity = 'client_record')",
                load.sender());
        for (Entity child : any ? Set.copyOf(staging.staged()) : Set.<Entity>of()) {
            if (TakenAlong.refers(child, "client_key")) {
                takeAlongLate(child);
            }
        }
    }

    private void takeAlongLate(Entity child) {
        String back = staging.staged().contains(CLIENT_RECORD)
                ? "and not exists (select 1 from stage_decided_client_record y where y.key = x.client_key and y.outcome ="
                        + " 'new')"
                : "";
        jooq.execute(
                """
                insert into stage_closing (entity, key, cascade)
                select ?, x.key, true from %s x join %s d on d.number = x.number
                 where d.outcome in ('new', 'replace', 'same') and not x.retracted
                   and exists (select 1 from intake.taken_back t
                                where t.sender = ? and t.entity = 'client_record' and t.key = x.client_key)
                   and not exists (select 1 from canonical.client_record e
                                    where e.sender = ? and e.key = x.client_key and e.recorded_to is null)
                   %s
                """.formatted(StagingArea.table(child), StagingArea.decided(child), back),
                child.table(),
                load.sender(),
                load.sender());
    }

    private void takeAlong(Entity child) {
        jooq.execute(
                """
                insert into stage_closing (entity, key, cascade)
                select ?, c.key, true from %s c
                 where c.sender = ? and c.recorded_to is null and c.client_key in (%s)
                   and not exists (select 1 from %s x join stage_record r on r.seq = x.seq and r.state is null
                                    where x.key = c.key and not x.retracted)
                """.formatted(RecordDecision.belief(child), ENDING, StagingArea.table(child)),
                child.table(),
                load.sender());
    }

    private void ask(SnapshotLimit limit) {
        long clients = count("select count(*) from canonical.client_record where sender = ? and recorded_to is null");
        long ending = count("select count(*) from canonical.client_record where sender = ? and recorded_to is null and"
                + " key in (" + ENDING + ")");
        long along = ((Number) jooq.fetchValue("select count(distinct (entity, key)) from stage_closing where cascade"))
                .longValue();
        if (along > 0 && !load.again() && limit.exceededBy(ending, clients)) {
            staging.add(SettlingProblem.cascade(ending, clients, along));
        }
    }

    private long count(String sql) {
        return ((Number) jooq.fetchValue(sql, load.sender())).longValue();
    }
}
