package org.throughline.store;

import static org.throughline.canonical.Entity.CLIENT_RECORD;
import static org.throughline.canonical.Entity.ENROLLMENT;

import java.sql.Timestamp;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;

/**
 * What ended only because its enrollment or its client did: it holds again when all that it hangs on is back, whichever came
 * first. In a snapshot the file itself says what of its feed holds.
 */
final class TakenAlong {
    private final DSLContext jooq;
    private final LoadContext load;

    TakenAlong(DSLContext jooq, LoadContext load) {
        this.jooq = jooq;
        this.load = load;
    }

    /** True for a kind of record that hangs on an enrollment or a client. */
    static boolean hangs(Entity child) {
        return refers(child, "enrollment_key") || refers(child, "client_key");
    }

    /** True for a kind of record that refers to a parent by this field. */
    static boolean refers(Entity child, String field) {
        return child.field(field).flatMap(Field::parent).isPresent();
    }

    private static String key(Entity child, String field) {
        return refers(child, field) ? "c." + field : "null";
    }

    /** Enters what is listed in {@code stage_closing} for its enrollment or client, while it is still believed. */
    void remember(Entity child) {
        jooq.execute(
                """
                insert into intake.taken_along as a (sender, entity, key, enrollment_key, client_key, content_hash, source_updated_at)
                select distinct on (c.key) c.sender, ?, c.key, %s, %s, c.content_hash, c.source_updated_at
                  from %s c join stage_closing x on x.entity = ? and x.key = c.key and x.cascade
                 where c.sender = ? and c.recorded_to is null
                on conflict (sender, entity, key) do update
                  set enrollment_key = excluded.enrollment_key, client_key = excluded.client_key, content_hash = excluded.content_hash,
                      source_updated_at = excluded.source_updated_at
                where not coalesce(excluded.source_updated_at::date < a.source_updated_at::date, false)
                """.formatted(key(child, "enrollment_key"), key(child, "client_key"), RecordDecision.belief(child)),
                child.table(),
                child.table(),
                load.sender());
    }

    /** Forgets records that the sender took back themselves. */
    void forget(Entity child) {
        jooq.execute(
                "delete from intake.taken_along a using " + StagingArea.decided(child)
                        + " x where a.sender = ? and a.entity = ? and a.key = x.key and x.retracted"
                        + " and x.outcome in ('same', 'close')",
                load.sender(),
                child.table());
    }

    /** Begins anew what hangs on the enrollments and clients that this submission brings back. */
    void resume(Set<Entity> staged, boolean snapshot) {
        if (!comesBack(staged, ENROLLMENT, "enrollment_key") && !comesBack(staged, CLIENT_RECORD, "client_key")) {
            return;
        }
        for (Entity child : Entity.values()) {
            if (hangs(child)) {
                resume(child, snapshot);
            }
        }
    }

    private boolean comesBack(Set<Entity> staged, Entity parent, String reference) {
        return staged.contains(parent)
                && (boolean) jooq.fetchValue(
                        "select exists (select 1 from intake.taken_along a join " + StagingArea.decided(parent)
                                + " x on x.key = a." + reference + " and x.outcome = 'new' where a.sender = ?)",
                        load.sender());
    }

    private void resume(Entity child, boolean snapshot) {
        String fields = child.fields().stream().map(Field::name).collect(Collectors.joining(", "));
        jooq.execute(
                """
                with back as (delete from intake.taken_along a
                  where a.sender = ? and a.entity = ?
                    and (a.enrollment_key is null or exists (select 1 from canonical.enrollment e
                           where e.sender = a.sender and e.key = a.enrollment_key and e.recorded_to is null))
                    and (not exists (select 1 from intake.taken_back t
                           where t.sender = a.sender and t.entity = 'client_record' and t.key = a.client_key)
                         or exists (select 1 from canonical.client_record e
                           where e.sender = a.sender and e.key = a.client_key and e.recorded_to is null))
                  returning a.key, a.content_hash)
                insert into %1$s (sender, key, %2$s, source_updated_at, feed_id, submission_id, source_member, source_line,
                                  mapping_version_id, content_hash, recorded_from)
                select distinct on (c.key) c.sender, c.key, %3$s, c.source_updated_at, c.feed_id, c.submission_id,
                       c.source_member, c.source_line, c.mapping_version_id, c.content_hash, ?
                  from %1$s c join back b on b.key = c.key and b.content_hash = c.content_hash
                 where c.sender = ? and c.recorded_to is not null and not (? and c.feed_id = ?)
                   and not %4$s
                   and not exists (select 1 from %1$s n where n.sender = c.sender and n.key = c.key and n.recorded_to is null)
                 order by c.key, c.recorded_to desc, c.%5$s_id desc
                """.formatted(
                                RecordDecision.belief(child),
                                fields,
                                "c." + fields.replace(", ", ", c."),
                                LaterSnapshot.overtaking("c.submission_id"),
                                child.table()),
                load.sender(),
                child.table(),
                Timestamp.from(load.now()),
                load.sender(),
                snapshot,
                load.feed());
    }
}
