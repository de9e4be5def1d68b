package org.throughline.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Years of synthetic nightly files in a database, written set by set instead of row by row. Each sender, {@code year-1} and so on,
 * sends one file a night. Of ten rows one changes a client, four bring a service, and the others say what is known; one row in fifty
 * is held. Client number {@code P-7} of every sender is one joint client.
 *
 * @param days how many nights, up to 5 October 2026
 * @param senders how many senders
 * @param rows rows of a file; a multiple of 50
 */
public record FilledYears(int days, int senders, int rows) {
    private static final String NIGHT = "timestamptz '2026-10-05 06:00Z' - make_interval(days => $DAYS - d)";

    private static final List<String> STATEMENTS = List.of(
            "alter table intake.submission disable trigger user",
            "insert into intake.sender (sender, title, kind) select 'year-' || f, 'Synthetic', 'provider' from generate_series(1, $SENDERS) f",
            "insert into intake.feed (sender, name, mapping) select 'year-' || f, 'nightly', 'test/clients' from generate_series(1, $SENDERS) f",
            "insert into intake.original (sha256, size_bytes, kept_at) select encode(sha256(s::text::bytea), 'hex'), 1000, now()"
                    + " from generate_series(1, $DAYS * $SENDERS) s",
            "insert into intake.submission (feed_id, sender, file_name, sha256, received_at, status, read_count, accepted_count,"
                    + " unchanged_count, held_count, finished_at)"
                    + " select p.feed_id, p.sender, format('%s_%s.csv', p.sender, to_char(" + NIGHT + ", 'YYYYMMDD')),"
                    + " encode(sha256((row_number() over (order by d, p.feed_id))::text::bytea), 'hex'), " + NIGHT
                    + ", 'loaded', $ROWS, $ROWS / 2, $ROWS / 2 - $ROWS / 50, $ROWS / 50, " + NIGHT
                    + " from generate_series(1, $DAYS) d cross join intake.feed p order by d, p.feed_id",
            "insert into intake.submission_member (submission_id, member, ordinal, taken, read_count, accepted_count,"
                    + " unchanged_count, held_count) select submission_id, file_name, 1, true, read_count, accepted_count,"
                    + " unchanged_count, held_count from intake.submission",
            "create temp table told as select s.submission_id, s.feed_id, s.sender, s.file_name, s.received_at, i,"
                    + " (s.submission_id / $SENDERS * $ROWS + i) as n from intake.submission s cross join generate_series(1, $ROWS) i",
            "insert into intake.source_record_state (submission_id, member, record_number, line, row_number, record_key, state)"
                    + " select submission_id, file_name, i, i + 1, i + 1, case when i % 10 between 1 and 4 then 'S-' || n else 'P-' ||"
                    + " n / 10 % $CLIENTS end, case when i % 10 <= 4 then 'accepted' when i % 50 = 9 then 'held' else 'unchanged' end"
                    + " from told",
            "insert into canonical.client_record (sender, key, first_name, last_name, birth_date, feed_id, submission_id,"
                    + " source_member, source_line, content_hash, recorded_from, recorded_to)"
                    + " select sender, 'P-' || n / 10 % $CLIENTS, 'Synthetic', 'Person', date '1990-01-01', feed_id, submission_id,"
                    + " file_name, i + 1, md5(n::text), received_at, lead(received_at) over (partition by sender, n / 10 % $CLIENTS"
                    + " order by submission_id) from told where i % 10 = 0",
            "insert into canonical.service (sender, key, client_key, service_date, feed_id, submission_id, source_member,"
                    + " source_line, content_hash, recorded_from) select sender, 'S-' || n, 'P-' || n / 10 % $CLIENTS,"
                    + " received_at::date, feed_id, submission_id, file_name, i + 1, md5(n::text), received_at from told"
                    + " where i % 10 between 1 and 4",
            "drop table told",
            "insert into linkage.run (model, started_at) values ('synthetic', now())",
            "insert into linkage.client (created_run) select 1 from generate_series(1, 10 * $CLIENTS)",
            "insert into linkage.client_link (sender, client_key, client_id, grade, searchable, reason, run_id, linked_from)"
                    + " select 'year-' || f, 'P-' || c - 1, c, 'analytic', true, 'synthetic', 1, now()"
                    + " from generate_series(1, $SENDERS) f cross join generate_series(1, $CLIENTS) c",
            "alter table intake.submission enable trigger user",
            "analyze");

    /** Fills an empty database, as its owner. */
    public void fill(TestDatabase database) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            for (String text : STATEMENTS) {
                statement.execute(filled(text));
            }
        }
    }

    /** How many clients each sender has; each changes some ten times in the years. */
    public int clients() {
        return Math.max(10, days * rows / 100);
    }

    private String filled(String statement) {
        return statement
                .replace("$DAYS", Integer.toString(days))
                .replace("$SENDERS", Integer.toString(senders))
                .replace("$ROWS", Integer.toString(rows))
                .replace("$CLIENTS", Integer.toString(clients()));
    }
}
