package org.throughline.store;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.throughline.intake.ControlTotal;
import org.throughline.intake.MemberReport;
import org.throughline.intake.Settling;
import org.throughline.intake.SubmissionStatus;

/** Writes what became of every record, member and submission. */
final class StateWriter {
    private static final String COUNTS =
            "count(*) as read_count, count(*) filter (where state = 'accepted') as accepted_count, count(*) filter"
                    + " (where state = 'unchanged') as unchanged_count, count(*) filter (where state = 'held') as"
                    + " held_count, count(*) filter (where state = 'rejected') as rejected_count, count(*) filter (where"
                    + " state = 'waiting') as waiting_count";
    private static final String SET_COUNTS = "read_count = n.read_count, accepted_count = n.accepted_count,"
            + " unchanged_count = n.unchanged_count, held_count = n.held_count, rejected_count = n.rejected_count,"
            + " waiting_count = n.waiting_count";

    private static final String STATES =
            "insert into intake.source_record_state (submission_id, member, record_number, line, row_number, record_key,"
                    + " state, cells) select ?, r.member, r.record_number, r.line, r.row_number, r.record_key, ";

    /** As many staged records as a trigger can remember in memory: some 200,000. */
    private static final int PAGES_AT_ONCE = 2_500;

    private final DSLContext jooq;
    private final LoadContext load;

    StateWriter(DSLContext jooq, LoadContext load) {
        this.jooq = jooq;
        this.load = load;
    }

    /** Forgets what was decided about the submission before. */
    void clear() {
        for (String table :
                List.of("control_total", "problem", "source_record_state", "member_header", "submission_member")) {
            jooq.execute("delete from intake." + table + " where submission_id = ?", load.submission());
        }
    }

    /** Forgets what was decided about the staged records before. */
    void clearStaged() {
        for (String table : List.of("problem", "waiting_for")) {
            jooq.execute(
                    "delete from intake." + table
                            + " p using stage_record r where p.submission_id = ? and p.member = r.member"
                            + " and p.record_number = r.record_number",
                    load.submission());
        }
    }

    /** Whether what the file leaves out in its period is no more. */
    void tellsAll(boolean all) {
        jooq.execute("update intake.submission set tells_all = ? where submission_id = ?", all, load.submission());
    }

    void member(String name, int ordinal) {
        jooq.execute(
                "insert into intake.submission_member (submission_id, member, ordinal, taken) values (?, ?, ?, true)"
                        + " on conflict do nothing",
                load.submission(),
                name,
                ordinal);
    }

    void notTaken(List<MemberReport> members, int firstOrdinal) {
        int ordinal = firstOrdinal;
        for (MemberReport member : members) {
            jooq.execute(
                    "insert into intake.submission_member (submission_id, member, ordinal, taken, reason, read_count)"
                            + " values (?, ?, ?, false, ?, ?)",
                    load.submission(),
                    member.file(),
                    ordinal++,
                    member.reason().orElseThrow(),
                    member.records().isPresent() ? member.records().getAsLong() : null);
        }
    }

    void totals(List<ControlTotal> totals) {
        int ordinal = 1;
        for (ControlTotal total : totals) {
            jooq.execute(
                    "insert into intake.control_total (submission_id, ordinal, name, stated, found, agrees)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    load.submission(),
                    ordinal++,
                    total.name(),
                    total.stated().orElse(null),
                    total.found().orElse(null),
                    total.agrees().orElse(null));
        }
    }

    void header(String member, List<String> header) {
        jooq.execute(
                "insert into intake.member_header (submission_id, member, header) select ?, ?, ? where exists (select"
                        + " 1 from stage_record where member = ? and state in ('held', 'waiting')) on conflict do nothing",
                load.submission(),
                member,
                header.toArray(String[]::new),
                member);
    }

    /**
     * Writes the state of every staged record, with what waits and what was wrong.
     *
     * @param accepted the numbers of the records of which something is stored
     */
    void states(BitSet accepted) {
        String again = load.again()
                ? " on conflict (submission_id, member, record_number) do update set state = excluded.state,"
                        + " cells = excluded.cells, record_key = excluded.record_key"
                : "";
        taken(accepted, again);
        jooq.execute(
                STATES
                        + "r.state, c.cells::text[] from stage_record r join stage_cells c using (seq) where r.state is not null"
                        + again,
                load.submission());
        jooq.execute("""
            insert into intake.waiting_for (submission_id, member, record_number, sender, entity, key, changed_on)
            select ?::bigint, r.member, r.record_number, ?, w.entity, w.key, min(w.changed)
              from stage_waiting w join stage_record r on r.seq = w.seq and r.state = 'waiting'
             group by r.member, r.record_number, w.entity, w.key
            """, load.submission(), load.sender());
        jooq.execute("""
            insert into intake.problem (submission_id, member, record_number, line, row_number, column_name, code, level,
                                        fact, told, guidance)
            select ?, nullif(member, ''), record_number, line, row_number, column_name, code, level, fact, told, guidance
              from stage_problem order by seq nulls first, ctid
            """, load.submission());
    }

    /** In parts, since a trigger remembers the rows of a statement; which of them are accepted is told by a bit each. */
    private void taken(BitSet accepted, String again) {
        long pages = ((Number) jooq.fetchValue(
                        "select pg_relation_size('stage_record') / current_setting('block_size')::bigint"))
                .longValue();
        for (long page = 0; page < pages; page += PAGES_AT_ONCE) {
            String from = "(" + page + ",0)";
            String to = "(" + (page + PAGES_AT_ONCE) + ",0)";
            Record span = jooq.fetchSingle(
                    "select min(seq), max(seq) from stage_record where ctid >= ?::tid and ctid < ?::tid", from, to);
            int first = span.get(0, Integer.class);
            jooq.execute(
                    STATES
                            + "case get_bit(?, (r.seq - ?)::integer) when 1 then 'accepted' else 'unchanged' end, null"
                            + " from stage_record r where r.state is null and r.ctid >= ?::tid and r.ctid < ?::tid"
                            + again,
                    load.submission(),
                    bits(accepted, first, span.get(1, Integer.class)),
                    first,
                    from,
                    to);
        }
    }

    /** A bit for each number from the first to the last, in the order in which the server counts the bits of bytes. */
    private static byte[] bits(BitSet numbers, int first, int last) {
        return Arrays.copyOf(numbers.get(first, last + 1).toByteArray(), (last - first) / Byte.SIZE + 1);
    }

    /** Counts the states of a submission's records anew. */
    static void counts(DSLContext jooq, long submission) {
        jooq.execute(
                "update intake.submission_member m set " + SET_COUNTS + " from (select member, " + COUNTS
                        + " from intake.source_record_state where submission_id = ? group by member) n"
                        + " where m.submission_id = ? and m.member = n.member and m.taken",
                submission,
                submission);
        jooq.execute(
                "update intake.submission s set " + SET_COUNTS + " from (select " + COUNTS
                        + " from intake.source_record_state where submission_id = ?) n where s.submission_id = ?",
                submission,
                submission);
    }

    /** What the sender was told holds no more, until the receipt is issued again. */
    static void outdate(DSLContext jooq, long submission) {
        jooq.execute("update intake.receipt set outdated = true where submission_id = ?", submission);
    }

    void finish(SubmissionStatus status, int closed, Settling terms) {
        jooq.execute(
                "update intake.submission set status = ?, mapping_version_id = ?, period_from = ?, period_to = ?,"
                        + " facts = jsonb_object(?::text[], ?::text[]), closed_count = ?, finished_at = ? where"
                        + " submission_id = ?",
                status.word(),
                load.mappingVersion(),
                terms.period().map(period -> period.from()).orElse(null),
                terms.period().map(period -> period.to()).orElse(null),
                FactsColumn.names(terms.facts()),
                FactsColumn.texts(terms.facts()),
                closed,
                Timestamp.from(load.now()),
                load.submission());
    }

    /** A loaded submission of a feed that completes a source moves the source's watermark to its period's end. */
    void watermark() {
        jooq.execute("""
            insert into measure.observed_through as o (feed_id, source, through, submission_id, set_at)
            select f.feed_id, f.completes, s.period_to, s.submission_id, s.finished_at
              from intake.submission s join intake.feed f using (feed_id)
             where s.submission_id = ? and s.status = 'loaded' and f.completes is not null and s.period_to is not null
            on conflict (feed_id) do update
              set through = excluded.through, submission_id = excluded.submission_id, set_at = excluded.set_at
            where o.through < excluded.through
            """, load.submission());
    }
}
