package org.throughline.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.throughline.canonical.Entity;

/**
 * A sender's beliefs while its submissions are decided anew. Going back ends what its submissions said; at the end, what is said
 * again as it was goes on as if nothing had happened, what is said otherwise follows what was believed, and what was believed
 * in between only is gone. A consent that somebody gave or revoked by hand stays as it is.
 */
final class ReplayedBeliefs {
    private final DSLContext jooq;
    private final String sender;
    private final Timestamp now;
    private final StandingBeliefs standing;
    private final Map<Entity, Long> last = new EnumMap<>(Entity.class);

    /**
     * The beliefs of a sender.
     *
     * @param standing what is believed because of files that are not read again
     */
    ReplayedBeliefs(DSLContext jooq, String sender, Instant now, StandingBeliefs standing) {
        this.jooq = jooq;
        this.sender = sender;
        this.now = Timestamp.from(now);
        this.standing = standing;
    }

    void rewind() {
        jooq.execute("""
            create temp table replay_belief (entity text, id bigint, key text, content_hash text, submission_id bigint,
              source_member text, source_line bigint, by_hand boolean) on commit drop
            """);
        jooq.execute("create temp table replay_same (id bigint) on commit drop");
        jooq.execute("create temp table replay_change (kind text, submission_id bigint) on commit drop");
        standing.begin();
        for (Entity entity : Entity.values()) {
            String table = RecordDecision.belief(entity);
            Object highest = jooq.fetchValue(
                    "select coalesce(max(" + RecordDecision.id(entity) + "), 0) from " + table + " where sender = ?",
                    sender);
            last.put(entity, ((Number) highest).longValue());
            String byHand = entity == Entity.CONSENT ? "submission_id is null or revoked_at is not null" : "false";
            String whose = entity == Entity.CONSENT ? "true" : "submission_id is not null";
            String again = " and not coalesce(submission_id <= " + standing.last() + ", false)";
            jooq.execute("""
                insert into replay_belief select ?, %s, key, content_hash, submission_id, source_member, source_line, %s
                  from %s where sender = ? and recorded_to is null and %s
                """.formatted(RecordDecision.id(entity), byHand, table, whose), entity.table(), sender);
            jooq.execute(
                    "update " + table + " set recorded_to = ? where sender = ? and recorded_to is null and " + whose
                            + again,
                    now,
                    sender);
            standing.reopen(entity);
        }
        jooq.execute("create index on replay_belief (entity, key)");
        jooq.execute("analyze replay_belief");
    }

    void settle() {
        for (Entity entity : Entity.values()) {
            dropWhatWasInBetween(entity);
            goOnWithWhatIsTheSame(entity);
            standing.endAgain(entity);
            countChanges(entity);
        }
    }

    private void dropWhatWasInBetween(Entity entity) {
        jooq.execute(
                "delete from " + RecordDecision.belief(entity) + " where sender = ? and recorded_to is not null and "
                        + RecordDecision.id(entity)
                        + " > ? and not exists (select 1 from intake.taken_along a where a.sender = ?"
                        + " and a.entity = ? and a.key = " + entity.table() + ".key)",
                sender,
                last.get(entity),
                sender,
                entity.table());
    }

    private void goOnWithWhatIsTheSame(Entity entity) {
        String table = RecordDecision.belief(entity);
        jooq.execute("truncate replay_same");
        jooq.execute("""
            with gone as (
              delete from %1$s n using replay_belief b
               where n.sender = ? and n.recorded_to is null and n.%2$s > ? and b.entity = ? and b.key = n.key
                 and (b.by_hand or b.content_hash = n.content_hash and b.submission_id = n.submission_id
                      and b.source_member is not distinct from n.source_member
                      and b.source_line is not distinct from n.source_line)
              returning b.id)
            insert into replay_same select id from gone
            """.formatted(table, RecordDecision.id(entity)), sender, last.get(entity), entity.table());
        jooq.execute(
                "insert into replay_same select id from replay_belief where entity = ? and by_hand", entity.table());
        jooq.execute("update " + table + " set recorded_to = null where recorded_to is not null and "
                + RecordDecision.id(entity) + " in (select id from replay_same)");
    }

    private void countChanges(Entity entity) {
        String current = RecordDecision.belief(entity) + " c where c.sender = ? and c.recorded_to is null";
        jooq.execute(
                "insert into replay_change select case when b.key is null then 'begun' else 'changed' end,"
                        + " c.submission_id from " + RecordDecision.belief(entity)
                        + " c left join replay_belief b on b.entity = ? and b.key = c.key where c.sender = ? and"
                        + " c.recorded_to is null and c." + RecordDecision.id(entity)
                        + " > ? and b.content_hash is distinct from"
                        + " c.content_hash",
                entity.table(),
                sender,
                last.get(entity));
        jooq.execute(
                "insert into replay_change select 'lost', " + standing.countedAt("b")
                        + " from replay_belief b where b.entity = ? and" + " not exists (select 1 from " + current
                        + " and c.key = b.key)",
                entity.table(),
                sender);
    }
}
