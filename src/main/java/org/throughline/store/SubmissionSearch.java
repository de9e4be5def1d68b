package org.throughline.store;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.throughline.find.FoundSubmission;
import org.throughline.find.Hits;
import org.throughline.intake.Counts;
import org.throughline.intake.FeedId;
import org.throughline.intake.SubmissionStatus;

/** Submissions by number, by the beginning of the file's name and by the beginning of a hash. */
final class SubmissionSearch {
    /** Stands after every text that begins alike. */
    private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    private static final String HIT = """
        select submission_id, feed_id, sender, file_name, sha256, sealed_sha256, received_at, status, duplicate_of, accepted_count,
               unchanged_count, held_count, rejected_count, waiting_count, closed_count
          from intake.submission where
        """;

    private final DSLContext jooq;
    private final SearchScope scope;
    private final List<String> ways = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    SubmissionSearch(DSLContext jooq, SearchScope scope) {
        this.jooq = jooq;
        this.scope = scope;
    }

    Hits<FoundSubmission> find() {
        scope.shape().number().ifPresent(number -> {
            ways.add("submission_id = ?");
            values.add(number);
        });
        beginning("file_name", scope.sought().text());
        scope.shape().hash().ifPresent(hash -> {
            beginning("sha256", hash);
            beginning("sealed_sha256", hash);
        });
        Result<Record> rows = jooq.fetch(statement(), values.toArray());
        return new Hits<>(
                rows.map(SubmissionSearch::found),
                rows.isEmpty() ? 0 : rows.get(0).get("all_of_them", Long.class));
    }

    /** Compares byte by byte, as the indexes do, also where the plan does not know the text. */
    private void beginning(String column, String text) {
        ways.add(column + " ~>=~ ? and " + column + " ~<~ ?");
        values.add(text);
        values.add(text + LAST);
    }

    private String statement() {
        values.add(scope.senders());
        values.add(scope.feed());
        values.add(scope.feed());
        values.add(scope.limit());
        return ways.stream().map(HIT::concat).collect(Collectors.joining(" union ", "with hit as (", ") "))
                + "select h.*, f.name, count(*) over () as all_of_them, array(select part from audit.deletion d"
                + " where d.submission_id = h.submission_id order by part) as purged from hit h join intake.feed f using (feed_id)"
                + " where h.sender = any(?) and (?::bigint is null or h.feed_id = ?) order by h.submission_id desc limit ?";
    }

    private static FoundSubmission found(Record row) {
        return new FoundSubmission(
                row.get("submission_id", Long.class),
                new FeedId(row.get("sender", String.class), row.get("name", String.class)),
                row.get("file_name", String.class),
                row.get("sha256", String.class),
                Optional.ofNullable(row.get("sealed_sha256", String.class)),
                row.get("received_at", Timestamp.class).toInstant(),
                SubmissionStatus.valueOf(row.get("status", String.class).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.get("duplicate_of", Long.class)),
                new Counts(
                        row.get("accepted_count", Long.class),
                        row.get("unchanged_count", Long.class),
                        row.get("held_count", Long.class),
                        row.get("rejected_count", Long.class),
                        row.get("waiting_count", Long.class)),
                row.get("closed_count", Long.class),
                List.of(row.get("purged", String[].class)));
    }
}
