package org.throughline.release;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.store.Database;
import org.throughline.store.JooqAcknowledgementStore;
import org.throughline.store.JooqOutcomeStore;
import org.throughline.testing.TestDatabase;

/**
 * A database in which nothing stands in the way of telling the provider {@code hope} about its clients: each test
 * takes one thing away. The agencies dcyf (child welfare) and coc (homelessness) disclose; the measures are t.cw and
 * t.hl, with 180 days.
 */
final class ReleaseScenario implements AutoCloseable {
    static final Instant NIGHT = Instant.parse("2026-10-07T02:00:00Z");

    final TestDatabase database = TestDatabase.migrated().open();
    final Map<String, byte[]> delivered = new LinkedHashMap<>();
    private final List<String> looks = new ArrayList<>();
    private Instant now = NIGHT;

    ReleaseScenario() {
        for (var sender : List.of("dcyf", "coc")) {
            sql("insert into intake.sender (sender, title, kind) values (?, ?, 'agency')", sender, sender);
        }
        provider("hope");
        sql("""
            insert into measure.definition (measure, version, title, direction, event_source, data_class, parameters,
              effective_from) values
              ('t.cw', 1, 'Involvement', -1, 'child_welfare', 'child_welfare', '{"window": "P180D"}', '2020-01-01'),
              ('t.hl', 1, 'Return', -1, 'homelessness', 'hmis', '{"window": "P180D"}', '2020-01-01')
            """);
        watermark("dcyf", "child_welfare");
        watermark("coc", "homelessness");
        agreement("dcyf", "hope", "child_welfare", "t.cw");
        agreement("coc", "hope", "hmis", "t.hl");
        sql("update release.policy_rule set consent_required = true where policy_rule = 'PR-dcyf-hope'");
        sql("insert into linkage.run (model, started_at, finished_at) values ('test', '2026-10-06T20:00:00Z',"
                + " '2026-10-06T21:00:00Z')");
        sql("insert into measure.run (as_of, finished_at) values ('2026-10-06T21:00:00Z', '2026-10-06T21:00:05Z')");
    }

    OutcomeRelease release() {
        return new OutcomeRelease(
                new JooqOutcomeStore(hub()),
                this::deliver,
                (action, object, detail) -> looks.add(action + " " + object + " " + detail),
                clock());
    }

    AcknowledgementDesk acknowledgements() {
        return new AcknowledgementDesk(new JooqAcknowledgementStore(hub()), clock());
    }

    private String deliver(String recipient, String name, byte[] content) {
        delivered.put(recipient + "/" + name, content);
        return "outcomes/" + name;
    }

    private Database hub() {
        return new Database(database.hub());
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    void at(String instant) {
        now = Instant.parse(instant);
    }

    List<String> looks() {
        return looks;
    }

    void provider(String name) {
        sql("insert into intake.sender (sender, title, kind) values (?, ?, 'provider')", name, name);
    }

    void watermark(String agency, String source) {
        sql("insert into intake.feed (sender, name, mapping) values (?, ?, 'none')", agency, source.replace('_', '-'));
        sql("""
            insert into measure.observed_through (feed_id, source, through, set_at)
            select feed_id, ?, '2026-09-30', '2026-10-06T20:00:00Z' from intake.feed where sender = ?
            """, source, agency);
    }

    /** An agreement DSA-discloser-recipient with the rule PR-discloser-recipient, which asks for no consent. */
    void agreement(String discloser, String recipient, String dataClass, String measure) {
        var ends = discloser + "-" + recipient;
        sql("""
            insert into release.agreement (agreement, title, discloser, recipient, purpose, signed_on, effective_from,
              legal_basis, setup_sha256, applied_at, applied_by)
            values (?, 'Agreement', ?, ?, 'outcome_feedback', '2025-01-01', '2025-01-01', 'state statute', 'x', now(),
                  'x')
            """, "DSA-" + ends, discloser, recipient);
        sql("""
            insert into release.policy_rule (policy_rule, agreement, data_class, measures, event_detail,
              consent_required, citation, effective_from, notice, setup_sha256, applied_at, applied_by)
            values (?, ?, ?, array[?], 'month', false, 'regulation', '2025-01-01', 'Not for further disclosure.',
              'x', now(), 'x')
            """, "PR-" + ends, "DSA-" + ends, dataClass, measure);
    }

    /**
     * A client of a provider with an ended service, linked and searchable, with a consent to child-welfare outcomes.
     */
    void client(String provider, String key) {
        sql("""
            insert into canonical.client_record (sender, key, birth_date, content_hash, recorded_from)
            values (?, ?, '1990-05-05', 'x', '2026-01-01T00:00:00Z')
            """, provider, key);
        sql("""
            insert into canonical.enrollment (sender, key, client_key, entry_date, content_hash, recorded_from)
            values (?, 'E' || ?, ?, '2026-01-01', 'x', '2026-01-01T00:00:00Z')
            """, provider, key, key);
        sql("insert into linkage.client (created_run) select max(run_id) from linkage.run");
        sql("""
            insert into linkage.client_link (sender, client_key, client_id, grade, searchable, reason, run_id,
                  linked_from)
            select ?, ?, max(client_id), 'disclosure', true, 'test', max(created_run), '2026-10-06T21:00:00Z'
              from linkage.client
            """, provider, key);
        consent(provider, key, "child_welfare");
    }

    void consent(String provider, String key, String classes) {
        sql("""
            insert into release.consent (sender, key, client_key, recipient, data_classes, purpose, signed_on,
              effective_from, content_hash, recorded_from)
            values (?, 'S' || ?, ?, ?, ?, 'outcome_feedback', '2026-01-01', '2026-01-01', 'x', '2026-01-01T00:00:00Z')
            """, provider, key, key, provider, classes);
    }

    /** An index event on 2026-02-28 whose window ended on 2026-08-27. */
    void indexEvent(String provider, String key, String measure, String status) {
        sql("""
            insert into measure.event_status (run_id, measure, version, sender, client_key, index_key, client_id,
              index_date, status, reason, window_end, observed_through, link_grade, service_start)
            select (select max(run_id) from measure.run), ?, 1, ?, ?, 'E' || ?, l.client_id, '2026-02-28', ?,
              case when ? in ('UNKNOWN', 'EXCLUDED') then 'NO_LINK' end, '2026-08-27', '2026-09-30', 'none',
                  '2026-01-01'
              from (select 1) one left join linkage.client_link l
                on l.sender = ? and l.client_key = ? and l.linked_to is null
            """, measure, provider, key, key, status, status, provider, key);
    }

    void seen(String key, String measure, String sender, String day) {
        sql("""
            insert into measure.event_seen (event_status_id, event_sender, event_date, event_key, link_grade)
            select event_status_id, ?, ?::date, 'X', 'disclosure' from measure.event_status
             where client_key = ? and measure = ?
            """, sender, day, key, measure);
    }

    /**
     * A client with an index event in both measures; the child-welfare event is on 2026-03-15, the shelter stay on
     * 04-20.
     */
    void clientWithBothEvents(String provider, String key) {
        client(provider, key);
        indexEvent(provider, key, "t.cw", "NUM");
        indexEvent(provider, key, "t.hl", "NUM");
        seen(key, "t.cw", "dcyf", "2026-03-15");
        seen(key, "t.hl", "coc", "2026-04-20");
    }

    /** The rows of the latest file of a provider without header, each as client, measure, status, month. */
    List<String> told(String provider) {
        return column("""
            select concat_ws(' ', client_key, measure, status, event_month) from release.outcome_row r
             where outcome_file_id = (select max(outcome_file_id) from release.outcome_file where sender = ?)
             order by row_number
            """, provider);
    }

    /** The bytes of the latest file of a provider, as lines. */
    List<String> lines(String provider) {
        return column(
                        "select convert_from(content, 'UTF8') from release.outcome_file where sender = ? order by"
                                + " sequence desc limit 1",
                        provider)
                .stream()
                .flatMap(String::lines)
                .toList();
    }

    String deliveredText(String name) {
        return new String(delivered.get(name), StandardCharsets.UTF_8);
    }

    void sql(String sql, Object... values) {
        try (var connection = database.owner().getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    List<String> column(String query, Object... values) {
        try (var connection = database.owner().getConnection();
                var statement = connection.prepareStatement(query)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            var texts = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
