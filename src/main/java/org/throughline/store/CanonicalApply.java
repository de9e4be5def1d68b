package org.throughline.store;

import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;

/** Stores what was decided, set by set: ends old beliefs, begins new ones, ends what a snapshot no longer holds. */
final class CanonicalApply {
    private static final int MANY = 1_000;

    private final DSLContext jooq;
    private final LoadContext load;
    private final TakenAlong along;

    CanonicalApply(DSLContext jooq, LoadContext load) {
        this.jooq = jooq;
        this.load = load;
        this.along = new TakenAlong(jooq, load);
    }

    /**
     * Stores what is staged.
     *
     * @param snapshot true where what the file leaves out is no more
     */
    void store(Set<Entity> staged, boolean snapshot) {
        for (Entity entity : staged) {
            end(entity);
            lookAgain(entity, begin(entity));
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

    private int begin(Entity entity) {
        String fields = entity.fields().stream().map(Field::name).collect(Collectors.joining(", "));
        String values =
                entity.fields().stream().map(field -> "x." + field.name()).collect(Collectors.joining(", "));
        return jooq.execute(
                """
                insert into %s (sender, key, %s, source_updated_at, feed_id, submission_id, source_member, source_line,
                                mapping_version_id, content_hash, recorded_from)
                select ?, x.key, %s, x.source_updated_at, ?, ?, r.member, r.line, ?, x.content_hash, ?
                  from %s d join %s x on x.seq = d.seq and x.ordinal = d.ordinal join stage_record r on r.seq = x.seq
                 where d.outcome in ('new', 'replace')
                """.formatted(
                                RecordDecision.belief(entity),
                                fields,
                                values,
                                StagingArea.decided(entity),
                                StagingArea.table(entity)),
                load.sender(),
                load.feed(),
                load.submission(),
                load.mappingVersion(),
                Timestamp.from(load.now()));
    }

    private void confirm(Entity entity) {
        jooq.execute("update " + RecordDecision.belief(entity) + " c set source_updated_at = x.source_updated_at from "
                + StagingArea.decided(entity)
                + " x where x.outcome = 'same' and c." + RecordDecision.id(entity)
                + " = x.believed and c.recorded_to is null");
    }
}
