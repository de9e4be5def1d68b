package org.throughline.store;

import java.sql.Timestamp;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.throughline.find.FoundRow;
import org.throughline.find.Hits;
import org.throughline.intake.FeedId;
import org.throughline.intake.RecordId;
import org.throughline.intake.RecordState;

/** Rows of files: the one that is named, or all in trouble under a key. Rows without trouble are found by what became of them. */
final class RowSearch {
    private static final String ROWS = """
        select r.submission_id, r.member, r.record_number, r.state, r.record_key, s.sender, s.file_name, s.received_at, f.name,
               count(*) over () as all_of_them
          from intake.source_record_state r
          join intake.submission s on s.submission_id = r.submission_id join intake.feed f on f.feed_id = s.feed_id
         where s.sender = any(?) and (?::bigint is null or s.feed_id = ?) and
        """;

    private final DSLContext jooq;
    private final SearchScope scope;

    RowSearch(DSLContext jooq, SearchScope scope) {
        this.jooq = jooq;
        this.scope = scope;
    }

    Hits<FoundRow> find() {
        Result<Record> rows = scope.shape().row().map(this::named).orElseGet(this::inTrouble);
        return new Hits<>(
                rows.map(RowSearch::found), rows.isEmpty() ? 0 : rows.get(0).get("all_of_them", Long.class));
    }

    /** Where the text names a row, what looks for the key that stands in it. */
    Optional<SearchScope> keyOfRow() {
        return scope.shape()
                .row()
                .flatMap(id -> named(id).stream().findFirst())
                .filter(row -> row.get("record_key") != null)
                .map(row -> scope.forKey(row.get("sender", String.class), row.get("record_key", String.class)));
    }

    private Result<Record> named(RecordId id) {
        return jooq.fetch(
                ROWS + " r.submission_id = ? and r.member = ? and r.record_number = ?",
                scope.senders(),
                scope.feed(),
                scope.feed(),
                id.submission(),
                id.member(),
                id.record());
    }

    private Result<Record> inTrouble() {
        return jooq.fetch(
                ROWS + " r.state in ('held', 'waiting', 'rejected') and r.record_key = ?"
                        + " order by r.submission_id desc, r.member, r.record_number limit ?",
                scope.senders(),
                scope.feed(),
                scope.feed(),
                scope.key(),
                scope.limit());
    }

    private static FoundRow found(Record row) {
        return new FoundRow(
                new RecordId(
                        row.get("submission_id", Long.class),
                        row.get("member", String.class),
                        row.get("record_number", Long.class)),
                new FeedId(row.get("sender", String.class), row.get("name", String.class)),
                row.get("file_name", String.class),
                row.get("received_at", Timestamp.class).toInstant(),
                RecordState.valueOf(row.get("state", String.class).toUpperCase(Locale.ROOT)));
    }
}
