package org.throughline.store;

import org.jooq.DSLContext;
import org.throughline.canonical.Entity;

/**
 * What is believed because of files that were purged, or came before one that was: a replay cannot read them again, so that their
 * beliefs stand. What a later file ended is open again while the later files are decided anew.
 */
final class StandingBeliefs {
    private final DSLContext jooq;
    private final String sender;
    private final long last;

    /**
     * The standing beliefs of a sender.
     *
     * @param last the last submission that is not read again; 0 where all are
     */
    StandingBeliefs(DSLContext jooq, String sender, long last) {
        this.jooq = jooq;
        this.sender = sender;
        this.last = last;
    }

    long last() {
        return last;
    }

    void begin() {
        jooq.execute(
                "create temp table replay_reopened (entity text, id bigint, recorded_to timestamptz) on commit drop");
    }

    /** A later file ended a belief where it says something else since that instant, or was decided at it. */
    void reopen(Entity entity) {
        if (last == 0) {
            return;
        }
        String table = RecordDecision.belief(entity);
        jooq.execute("""
                insert into replay_reopened
                select distinct on (b.key) ?, b.%2$s, b.recorded_to from %1$s b
                 where b.sender = ? and b.submission_id <= ? and b.recorded_to is not null
                   and not exists (select 1 from %1$s c where c.sender = b.sender and c.key = b.key and c.recorded_to is null)
                   and (exists (select 1 from %1$s c where c.sender = b.sender and c.key = b.key
                                   and c.submission_id > ? and c.recorded_from = b.recorded_to)
                        or exists (select 1 from replay_submission s where s.finished_at = b.recorded_to))
                 order by b.key, b.%2$s desc
                """.formatted(table, RecordDecision.id(entity)), entity.table(), sender, last, last);
        jooq.execute(
                "update " + table + " set recorded_to = null where " + RecordDecision.id(entity)
                        + " in (select id from replay_reopened where entity = ?)",
                entity.table());
    }

    /** What was ended again had ended when it first was; what was not is believed anew. */
    void endAgain(Entity entity) {
        if (last == 0) {
            return;
        }
        String table = RecordDecision.belief(entity);
        jooq.execute(
                "update " + table
                        + " b set recorded_to = r.recorded_to from replay_reopened r where r.entity = ? and r.id ="
                        + " b." + RecordDecision.id(entity) + " and b.recorded_to is not null",
                entity.table());
        jooq.execute(
                "insert into replay_change select 'begun', " + countedAt("b") + " from " + table
                        + " b join replay_reopened r on r.entity = ? and r.id = b." + RecordDecision.id(entity)
                        + " where b.recorded_to is null",
                entity.table());
    }

    /** Changes of what no file that is read again said count at the first one that is. */
    String countedAt(String alias) {
        return "greatest(" + alias + ".submission_id, (select min(submission_id) from replay_submission))";
    }
}
