package org.throughline.store;

import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.throughline.canonical.Entity;

/** Stores what was decided, set by set: ends old beliefs, begins new ones, ends what a snapshot no longer holds. */
final class CanonicalApply {
    private static final int MANY = 1_000;

    private final DSLContext jooq;
    private final LoadContext load;
    private final StagingArea staging;
    private final TakenAlong along;

    CanonicalApply(DSLContext jooq, LoadContext load, StagingArea staging) {
        this.jooq = jooq;
        this.load = load;
        this.staging = staging;
        this.along = new TakenAlong(jooq, load);
    }

    /**
     * Stores what is staged.
     *
     * @param snapshot true where what the file leaves out is no more
     */
    void store(boolean snapshot) {
        Set<Entity> staged = staging.staged();
        for (Entity entity : staged) {
            end(entity);
            lookAgain(entity, staging.begin(entity));
            confirm(entity);
            along.forget(entity);
        }
        new TakenBack(jooq, load).remember(staged);
        along.resume(staged, snapshot);
    }

    /** Ends what is listed in {@code stage_closing}; returns how many records ended. */
    int close() {
        int closed = 0;
        List<String> closing =
                jooq.fetch("select distinct entity from stage_closing").map(row -> row.get(0, String.class));
        for (String table : closing) {
            Entity entity = Entity.named(table).orElseThrow();
            if (TakenAlong.hangs(entity)) {
                along.remember(entity);
            }
            Object earlier = jooq.fetchValue(
                    "with ended as (update " + RecordDecision.belief(entity)
                            + " c set recorded_to = ? from (select distinct key from stage_closing where entity = ?) x"
                            + " where c.sender = ? and c.key = x.key and c.recorded_to is null"
                            + " returning c.submission_id) select count(*) from ended where submission_id is distinct from ?",
                    Timestamp.from(load.now()),
                    entity.table(),
                    load.sender(),
                    load.submission());
            closed += ((Number) earlier).intValue();
        }
        return closed;
    }

    private void end(Entity entity) {
        jooq.execute(
                "update " + RecordDecision.belief(entity) + " c set recorded_to = ? from " + StagingArea.decided(entity)
                        + " x where x.outcome in ('replace', 'close') and c." + RecordDecision.id(entity)
                        + " = x.believed and c.recorded_to is null",
                Timestamp.from(load.now()));
    }

    /** Tells the planner of many new rows, before anything is asked about them. */
    private void lookAgain(Entity entity, int added) {
        if (added >= MANY) {
            jooq.fetchValue("select canonical.look_again(?, ?)", entity.table(), (long) added);
        }
    }

    private void confirm(Entity entity) {
        jooq.execute("update " + RecordDecision.belief(entity) + " c set source_updated_at = x.source_updated_at from "
                + StagingArea.decided(entity)
                + " x where x.outcome = 'same' and c." + RecordDecision.id(entity)
                + " = x.believed and c.recorded_to is null");
    }
}
