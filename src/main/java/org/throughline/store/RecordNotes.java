package org.throughline.store;

import java.util.HashMap;
import java.util.Map;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.throughline.intake.RecordNote;

/**
 * What is told about every record of a member. States and problems are read apart and put together here: nothing knows yet how
 * many rows a load that was just committed has, and a join planned for a few takes hours on many.
 */
final class RecordNotes {
    private static final int ROWS_AT_ONCE = 5_000;

    private final Database database;
    private final long submission;
    private final String member;

    RecordNotes(Database database, long submission, String member) {
        this.database = database;
        this.submission = submission;
        this.member = member;
    }

    /** The notes by record number; records without a problem share one per state. */
    Map<Long, RecordNote> all() {
        return database.transact(this::all);
    }

    private Map<Long, RecordNote> all(DSLContext jooq) {
        Map<Long, RecordNote> problems = problems(jooq);
        Map<Long, RecordNote> notes = new HashMap<>();
        Map<String, RecordNote> plain = new HashMap<>();
        try (Cursor<Record> rows = rows(
                jooq,
                "select record_number, state from intake.source_record_state where submission_id = ? and member = ?")) {
            for (Record row : rows) {
                String state = row.get(1, String.class);
                RecordNote told = problems.get(row.get(0, Long.class));
                notes.put(
                        row.get(0, Long.class),
                        told == null
                                ? plain.computeIfAbsent(state, word -> new RecordNote(word, "", ""))
                                : new RecordNote(state, told.problem(), told.guidance()));
            }
        }
        return notes;
    }

    private Map<Long, RecordNote> problems(DSLContext jooq) {
        Map<Long, RecordNote> problems = new HashMap<>();
        try (Cursor<Record> rows = rows(jooq, """
            select record_number, coalesce(string_agg(told, ' ' order by problem_id), ''),
                   coalesce(string_agg(distinct guidance, ' '), '')
              from intake.problem where submission_id = ? and member = ? and record_number is not null
             group by record_number
            """)) {
            rows.forEach(row -> problems.put(
                    row.get(0, Long.class), new RecordNote("", row.get(1, String.class), row.get(2, String.class))));
        }
        return problems;
    }

    private Cursor<Record> rows(DSLContext jooq, String query) {
        return jooq.resultQuery(query, submission, member)
                .fetchSize(ROWS_AT_ONCE)
                .fetchLazy();
    }
}
