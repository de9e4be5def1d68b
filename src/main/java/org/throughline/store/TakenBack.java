package org.throughline.store;

import java.util.Set;
import org.jooq.DSLContext;
import org.throughline.canonical.Entity;

/**
 * What the sender took back, remembered past its end: a row that comes late and is older must not bring it back, and what hangs
 * on it need not wait for it. Which is older is told by the day; where no day tells, by the number of the submission.
 */
final class TakenBack {
    private final DSLContext jooq;
    private final LoadContext load;

    TakenBack(DSLContext jooq, LoadContext load) {
        this.jooq = jooq;
        this.load = load;
    }

    /** Gives rows of which nothing is believed the outcome {@code gone} where the taking back is later. */
    void outdate(Entity entity) {
        if (isEmpty(entity)) {
            return;
        }
        jooq.execute("""
                update %s x set outcome = 'gone' from intake.taken_back t
                 where x.outcome = 'new' and t.sender = ? and t.entity = ? and t.key = x.key
                   and (x.source_updated_at::date < t.source_updated_at::date
                        or t.submission_id > ? and coalesce(x.source_updated_at::date <= t.source_updated_at::date, true))
                """.formatted(StagingArea.decided(entity)), load.sender(), entity.table(), load.submission());
    }

    /** A condition that is true where the parent that a staged row {@code x} refers to was taken back no earlier; empty if none was. */
    String parentGone(Entity parent, String reference) {
        String sender = jooq.renderInlined(org.jooq.impl.DSL.val(load.sender()));
        String itself = isEmpty(parent) ? "false" : """
                exists (select 1 from intake.taken_back t where t.sender = %s and t.entity = '%s' and t.key = x.%s
                           and x.source_updated_at::date <= t.source_updated_at::date)
                """.formatted(sender, parent.table(), reference);
        return parent != Entity.ENROLLMENT || isEmpty(Entity.CLIENT_RECORD)
                ? itself
                : "(" + itself + " or " + withItsClient(sender, "x." + reference, "x.source_updated_at::date") + ")";
    }

    /** A condition that is true for an enrollment that ended because its client was taken back, no earlier than the day given. */
    static String withItsClient(String sender, String enrollment, String day) {
        return """
            exists (select 1 from intake.taken_along l join intake.taken_back t
                        on t.sender = l.sender and t.entity = 'client_record' and t.key = l.client_key
                     where l.sender = %s and l.entity = 'enrollment' and l.key = %s and %s <= t.source_updated_at::date)
            """.formatted(sender, enrollment, day);
    }

    /** Enters what this submission takes back, whether or not it was known. */
    void remember(Set<Entity> staged) {
        for (Entity entity : staged) {
            jooq.execute("""
                    insert into intake.taken_back as t (sender, entity, key, source_updated_at, submission_id)
                    select ?, ?, x.key, max(x.source_updated_at), ?
                      from %s x join stage_record r on r.seq = x.seq and r.state is null
                     where x.retracted and x.outcome in ('same', 'close') group by x.key
                    on conflict (sender, entity, key) do update
                      set source_updated_at = excluded.source_updated_at, submission_id = excluded.submission_id
                    where t.source_updated_at is null or excluded.source_updated_at >= t.source_updated_at
                    """.formatted(StagingArea.decided(entity)), load.sender(), entity.table(), load.submission());
        }
    }

    private boolean isEmpty(Entity entity) {
        return !(boolean) jooq.fetchValue(
                "select exists (select 1 from intake.taken_back where sender = ? and entity = ?)",
                load.sender(),
                entity.table());
    }
}
