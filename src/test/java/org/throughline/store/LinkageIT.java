package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughline.linkage.ClientPair;
import org.throughline.linkage.ClientRef;
import org.throughline.linkage.Decision;
import org.throughline.linkage.DeterministicEngine;
import org.throughline.linkage.Grade;
import org.throughline.linkage.LinkInquiry;
import org.throughline.linkage.LinkageResult;
import org.throughline.linkage.LinkageRun;
import org.throughline.linkage.RulingKind;
import org.throughline.testing.TestDatabase;

final class LinkageIT {
    private static final Clock NIGHT = Clock.fixed(Instant.parse("2026-10-06T06:00:00Z"), ZoneOffset.UTC);
    private static final String ANA = "first_name=Ana; last_name=Cruz; birth_date=1990-05-17; ssn=219097654; "
            + "ssn_quality=1; name_quality=1; birth_date_quality=1; ";
    private static final ClientRef PROVIDERS = new ClientRef("harborlight", "c1");
    private static final ClientRef AGENCYS = new ClientRef("dcyf", "d1");
    private static final ClientPair PAIR = ClientPair.of(PROVIDERS, AGENCYS);

    private TestDatabase server;
    private CanonicalRows rows;
    private JooqClientIndex index;
    private JooqRulings rulings;

    @BeforeEach
    void open() {
        server = TestDatabase.migrated().open();
        rows = new CanonicalRows(server.hub());
        var database = new Database(server.hub());
        index = new JooqClientIndex(database);
        rulings = new JooqRulings(database, NIGHT);
        rows.sender("harborlight", "provider").sender("dcyf", "agency").sender("trial", "trial");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void linksAndThenWritesNothing() {
        rows.client("harborlight", "c1", ANA).client("dcyf", "d1", ANA).client("dcyf", "d2", "first_name=Owen");

        var first = run();
        var second = run();

        assertThat(first.counts().records()).isEqualTo(3);
        assertThat(first.counts().linked()).isEqualTo(2);
        assertThat(first.counts().unsearchable()).isEqualTo(1);
        assertThat(second.linksChanged()).isZero();
        assertThat(rows.ask("select count(*) from linkage.run")).isEqualTo("1");
        assertThat(rows.ask("select count(*) from linkage.client_link")).isEqualTo("3");
        assertThat(rows.ask("select count(*) from linkage.comparison")).isEqualTo("1");
        assertThat(client("harborlight", "c1")).isEqualTo(client("dcyf", "d1")).isNotEqualTo(client("dcyf", "d2"));
    }

    @Test
    void changedRecordMovesAndTheOldLinkStaysReadable() {
        rows.client("harborlight", "c1", ANA).client("dcyf", "d1", ANA);
        run();
        var joined = client("dcyf", "d1");
        rows.run("update canonical.client_record set recorded_to = '2026-10-05' where sender = 'harborlight'");
        rows.client("harborlight", "c1", "first_name=Tobias; last_name=Reed; birth_date=1951-11-30; ssn=402318876");

        run();

        assertThat(client("dcyf", "d1")).isEqualTo(joined);
        assertThat(client("harborlight", "c1")).isNotEqualTo(joined);
        assertThat(rows.ask("select count(*) from linkage.client_link where linked_to is not null"))
                .isEqualTo("2");
        assertThat(rows.ask("select count(*) from linkage.comparison where closed_run is null"))
                .isEqualTo("0");
    }

    @Test
    void closedRecordLosesItsLink() {
        rows.client("harborlight", "c1", ANA).client("dcyf", "d1", ANA);
        run();
        rows.run("update canonical.client_record set recorded_to = '2026-10-05' where sender = 'dcyf'");

        run();

        assertThat(client("dcyf", "d1")).isEmpty();
        assertThat(client("harborlight", "c1")).isNotEmpty();
    }

    @Test
    void neverSplitsAndTakingItBackJoinsUnderTheOldId() {
        rows.client("harborlight", "c1", ANA).client("dcyf", "d1", ANA);
        run();
        var joined = client("harborlight", "c1");

        rulings.make(RulingKind.NEVER, PAIR, "Seen both files.");
        run();
        assertThat(client("harborlight", "c1")).isNotEqualTo(client("dcyf", "d1"));
        rulings.revoke(PAIR, "Seen the wrong file.");
        run();

        assertThat(client("harborlight", "c1")).isEqualTo(joined).isEqualTo(client("dcyf", "d1"));
        assertThat(rows.ask("select superseded_by::text from linkage.client where retired_run is not null"))
                .isEqualTo(joined);
        assertThat(rows.ask("select string_agg(action, ' ' order by entry_id) from audit.entry"))
                .isEqualTo("link.rule link.undo");
        assertThat(rows.ask("select detail::text from audit.entry limit 1")).doesNotContain("c1");
    }

    @Test
    void sameRulingTwiceIsOneAndTheOppositeReplacesIt() {
        rows.client("harborlight", "c1", ANA).client("dcyf", "d1", ANA);

        var first = rulings.make(RulingKind.NEVER, PAIR, "Seen both files.");
        var again = rulings.make(RulingKind.NEVER, PAIR, "Seen both files again.");
        var opposite = rulings.make(RulingKind.ALWAYS, PAIR, "The parents confirm it.");

        assertThat(again).isEqualTo(first);
        assertThat(rulings.current()).containsExactly(opposite.orElseThrow());
        assertThat(rows.ask("select count(*) from audit.entry")).isEqualTo("3");
    }

    @Test
    void refusesARulingOnAnUnknownRecord() {
        assertThat(rulings.make(RulingKind.NEVER, PAIR, "Seen both files.")).isEmpty();
        assertThat(rulings.revoke(PAIR, "Seen both files.")).isEmpty();
        assertThat(rows.ask("select count(*) from audit.entry")).isEqualTo("0");
    }

    @Test
    void rulingClosesTheReview() {
        var son = ANA + "name_suffix=Jr";
        rows.client("harborlight", "c1", ANA + "name_suffix=Sr").client("dcyf", "d1", son);
        run();
        assertThat(rows.ask("select count(*) from linkage.review_task where closed_at is null"))
                .isEqualTo("1");

        rulings.make(RulingKind.NEVER, PAIR, "Father and son.");
        run();

        assertThat(rows.ask("select count(*) from linkage.review_task where closed_at is null"))
                .isEqualTo("0");
        assertThat(rows.ask("select ruling_id::text from linkage.review_task")).isEqualTo("1");
    }

    @Test
    void mergeOfASenderJoinsAtOnceAndTakingItBackPartsAgain() {
        rows.client("harborlight", "c1", ANA)
                .client("harborlight", "c2", "first_name=Ana; phone=4125550182")
                .client("dcyf", "d1", ANA);
        run();
        var before = clientsByRecord();
        merge("m1", "c1", "c2");
        merge("m2", "c1", "unknown");

        run();

        assertThat(client("harborlight", "c2"))
                .isEqualTo(client("harborlight", "c1"))
                .isEqualTo(client("dcyf", "d1"));
        assertThat(reasons("link")).contains("The sender merged the two into one client.");
        assertThat(openReviews()).isEqualTo("0");
        run();
        assertThat(rows.ask("select count(*) from linkage.run")).isEqualTo("2");

        takeBack("m1");
        run();

        assertThat(clientsByRecord()).isEqualTo(before);
        assertThat(openReviews()).isEqualTo("0");
    }

    @Test
    void rulingOfNeverGoesBeforeAMergeAndAsksThePersonAgain() {
        rows.client("harborlight", "c1", ANA).client("harborlight", "c2", "first_name=Owen; last_name=Hart");
        var pair = ClientPair.of(PROVIDERS, new ClientRef("harborlight", "c2"));
        rulings.make(RulingKind.NEVER, pair, "Two people, both seen.");
        rows.belief(
                "canonical.client_merge",
                "harborlight",
                "key=m1; surviving_key=c1; merged_key=c2; merged_on=2026-10-05; recorded_from=2026-10-07T00:00:00Z");

        run();

        assertThat(client("harborlight", "c1")).isNotEqualTo(client("harborlight", "c2"));
        assertThat(reasons("review"))
                .isEqualTo("Ruled never the same client by a person (ruling 1). The sender merged the two since.");
        rulings.revoke(pair, "The sender is right.");
        run();
        assertThat(client("harborlight", "c1")).isEqualTo(client("harborlight", "c2"));
        assertThat(openReviews()).isEqualTo("0");
    }

    @Test
    void mergesThatContradictEachOtherGoToReview() {
        rows.client("harborlight", "c1", ANA)
                .client("harborlight", "c2", "first_name=Owen; last_name=Hart")
                .client("harborlight", "c3", "first_name=Mila; last_name=Reed");
        merge("m1", "c1", "c2");
        merge("m2", "c3", "c2");

        run();

        assertThat(rows.ask("select count(distinct client_id) from linkage.client_link where linked_to is null"))
                .isEqualTo("3");
        assertThat(openReviews()).isEqualTo("2");
        assertThat(reasons("review"))
                .contains(
                        "The sender merged the two, but this is not in force: the number is merged into several others.");

        takeBack("m2");
        run();
        assertThat(client("harborlight", "c1")).isEqualTo(client("harborlight", "c2"));
        assertThat(openReviews()).isEqualTo("0");
    }

    @Test
    void numberMergedWithAVictimServicesClientStaysOutOfLinkage() {
        rows.client("harborlight", "c1", ANA)
                .client("harborlight", "c2", ANA)
                .belief("canonical.organization", "harborlight", "key=o; name=x; victim_service_provider=true")
                .program("harborlight", "p", "organization_key=o; program_type=emergency_shelter")
                .enrollment("harborlight", "e1", "client_key=c1; program_key=p; entry_date=2026-01-01");
        run();
        assertThat(client("harborlight", "c2")).isNotEmpty();
        merge("m1", "c2", "c1");

        run();

        assertThat(rows.ask("select count(*) from linkage.client_link where linked_to is null"))
                .isEqualTo("0");
        takeBack("m1");
        run();
        assertThat(client("harborlight", "c2")).isNotEmpty();
    }

    private void merge(String key, String survivor, String merged) {
        rows.belief(
                "canonical.client_merge",
                "harborlight",
                "key=" + key + "; surviving_key=" + survivor + "; merged_key=" + merged + "; merged_on=2026-10-05");
    }

    private void takeBack(String key) {
        rows.run("update canonical.client_merge set recorded_to = '2026-10-06' where key = ?", key);
    }

    private String openReviews() {
        return rows.ask("select count(*) from linkage.review_task where closed_at is null");
    }

    private String reasons(String decision) {
        return rows.ask("select string_agg(distinct reason, ' | ') from linkage.comparison where closed_run is null"
                + " and decision = '" + decision + "'");
    }

    /** Which records stand together, whatever the ids. */
    private String clientsByRecord() {
        return rows.ask("select string_agg(records, ' | ' order by records) from (select string_agg(sender || '/' ||"
                + " client_key || ' ' || grade || ' ' || reason, ' + ' order by sender, client_key) as records from"
                + " linkage.client_link where linked_to is null group by client_id) c");
    }

    @Test
    void keepsVictimServicesHashesAndTrialsOut() {
        rows.client("harborlight", "c1", ANA)
                .client("harborlight", "c2", ANA + "identifiers_hashed=true")
                .client("trial", "t1", ANA)
                .client("dcyf", "d1", ANA)
                .belief("canonical.organization", "harborlight", "key=o; name=x; victim_service_provider=true")
                .program("harborlight", "p", "organization_key=o; program_type=emergency_shelter")
                .enrollment("harborlight", "e1", "client_key=c1; program_key=p; entry_date=2026-01-01");
        run();
        assertThat(rows.ask("select string_agg(client_key, ' ') from linkage.client_link"))
                .isEqualTo("d1");

        rows.run("update intake.sender set victim_service_provider = true where sender = 'dcyf'");
        run();
        assertThat(rows.ask("select count(*) from linkage.client_link where linked_to is null"))
                .isEqualTo("0");
    }

    @Test
    void keepsOutWhoeverWasOrMightBeServedByVictimServices() {
        rows.client("harborlight", "c1", ANA)
                .client("dcyf", "d1", ANA)
                .belief("canonical.organization", "harborlight", "key=o; name=x; victim_service_provider=true")
                .program("harborlight", "p", "organization_key=o; program_type=emergency_shelter")
                .enrollment("harborlight", "e1", "client_key=c1; program_key=p; entry_date=2026-01-01");
        rows.run("update canonical.enrollment set recorded_to = now()");
        run();
        assertThat(linked()).isEqualTo("d1");

        rows.client("harborlight", "c2", "first_name=Bo; last_name=Elm; birth_date=1990-02-03");
        run();
        assertThat(linked()).isEqualTo("c2 d1");
        rows.run("""
            insert into intake.feed (sender, name, mapping) values ('harborlight', 'hmis', 'hud-hmis-2026');
            insert into intake.original values (repeat('0', 64), 1, now());
            insert into intake.submission (feed_id, sender, file_name, sha256, received_at, status, read_count, waiting_count)
              select feed_id, sender, 'x.zip', repeat('0', 64), now(), 'loaded', 1, 1 from intake.feed where name = 'hmis';
            insert into intake.submission_member (submission_id, member, ordinal, taken, read_count, waiting_count)
              select submission_id, 'Project.csv', 1, true, 1, 1 from intake.submission;
            insert into intake.source_record_state (submission_id, member, record_number, line, row_number, state)
              select submission_id, 'Project.csv', 1, 2, 2, 'waiting' from intake.submission;
            insert into intake.waiting_for
              select submission_id, 'Project.csv', 1, 'harborlight', 'organization', 'o2' from intake.submission
            """);
        run();
        assertThat(linked()).isEqualTo("d1");
    }

    private String linked() {
        return rows.ask(
                "select string_agg(client_key, ' ' order by client_key) from linkage.client_link where linked_to is"
                        + " null");
    }

    @Test
    void explainsByNameOnly() {
        rows.client("harborlight", "c1", ANA).client("dcyf", "d1", ANA).client("dcyf", "d2", "first_name=Owen");
        run();
        var noted = new ArrayList<String>();
        var inquiry = new LinkInquiry(
                index, new DeterministicEngine(), (action, object, detail) -> noted.add(action + " " + object), NIGHT);

        var pair = inquiry.explain(PROVIDERS, AGENCYS).orElseThrow();
        assertThat(pair.comparison().agreements()).containsExactly("ssn", "birth_date", "first_name", "last_name");
        assertThat(pair.sameClient()).isTrue();
        assertThat(pair.grade()).isEqualTo(Grade.DISCLOSURE);
        var record = inquiry.explain(PROVIDERS).orElseThrow();
        assertThat(record.others()).containsExactly(AGENCYS);
        assertThat(inquiry.explain(PROVIDERS, new ClientRef("dcyf", "d2")).orElseThrow())
                .satisfies(answer -> assertThat(answer.comparison().decision()).isEqualTo(Decision.NO_LINK));
        assertThat(inquiry.explain(new ClientRef("dcyf", "d9"))).isEqualTo(Optional.empty());
        var joint = "joint client " + client("harborlight", "c1");
        assertThat(noted)
                .startsWith("link.explain " + joint + ", " + joint, "link.explain " + joint)
                .endsWith("link.explain dcyf client that is not linked");
        assertThat(pair + " " + record).doesNotContain("219097654", "Cruz", "1990-05-17");
    }

    private LinkageResult run() {
        return new LinkageRun(index, new DeterministicEngine()).run(NIGHT);
    }

    private String client(String sender, String key) {
        return rows.ask("select client_id::text from linkage.client_link where linked_to is null and sender = '"
                + sender + "' and client_key = '" + key + "'");
    }
}
