package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughline.linkage.ClientRef;
import org.throughline.linkage.DeterministicEngine;
import org.throughline.linkage.LinkInquiry;
import org.throughline.linkage.LinkageRun;
import org.throughline.linkage.StatedMerge;
import org.throughline.linkage.ToldMerge;
import org.throughline.measure.MeasureRun;
import org.throughline.release.Build;
import org.throughline.release.MisDisclosure;
import org.throughline.release.MisDisclosureQuery;
import org.throughline.release.OutcomeRelease;
import org.throughline.testing.TestDatabase;

/** A merge of a provider's own numbers from the links to the outcome file, and back. */
final class ClientMergeIT {
    private static final String ANA = "first_name=Ana; last_name=Cruz; birth_date=1990-05-17; ssn=219097654";

    private TestDatabase server;
    private CanonicalRows rows;
    private final List<String> looks = new ArrayList<>();
    private Instant now = Instant.parse("2026-10-06T06:00:00Z");

    @BeforeEach
    void open() {
        server = TestDatabase.migrated().open();
        rows = new CanonicalRows(server.hub());
        rows.sender("harborlight", "provider").sender("dcyf", "agency");
        rows.client("harborlight", "c1", ANA)
                .client("harborlight", "c2", "first_name=Ana")
                .client("dcyf", "d1", ANA)
                .enrollment(
                        "harborlight", "e1", "client_key=c1; program_type=family_preservation; entry_date=2025-06-01")
                .exit("harborlight", "e1", "exit_date=2025-08-31")
                .enrollment(
                        "harborlight", "e2", "client_key=c2; program_type=family_preservation; entry_date=2025-09-15")
                .exit("harborlight", "e2", "exit_date=2025-09-30")
                .event(
                        "dcyf",
                        "r1",
                        "client_key=d1; event_type=maltreatment_report; event_date=2025-12-15; disposition=screened_in")
                .watermark("dcyf", "child_welfare", "2026-08-31");
        agree();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void countsForTheClientWhoGoesOnAndIsUndoneWithoutATrace() {
        var before = night();
        assertThat(told())
                .contains(
                        "c1 cw.subsequent_involvement_6m NUM 2025-12", "c2 cw.subsequent_involvement_6m NOT_AVAILABLE");

        merge("2026-10-07T07:00:00Z");
        assertThat(build(false)).isEqualTo("MEASURES_STALE");
        var merged = night();

        assertThat(merged).isNotEqualTo(before);
        assertThat(told())
                .containsExactly(
                        "c1 cw.subsequent_involvement_12m NUM 2025-12", "c1 cw.subsequent_involvement_6m NUM 2025-12");
        assertThat(rows.ask(
                        "select string_agg(client_key || ' ' || index_key || ' ' || status, ', ' order by index_key)"
                                + " from measure.event_status where measure = 'cw.subsequent_involvement_6m' and run_id ="
                                + " (select max(run_id) from measure.run)"))
                .isEqualTo("c1 e1 NUM, c1 e2 NUM");

        rows.run("update canonical.client_merge set recorded_to = '2026-10-08T07:00:00Z'");
        now = Instant.parse("2026-10-08T06:59:00Z");
        assertThat(build(false)).isEqualTo("MEASURES_STALE");

        assertThat(night()).isEqualTo(before);
        assertThat(rows.ask("select string_agg(client_key || ' ' || status, ', ' order by client_key) from"
                        + " release.outcome_row where changed and measure = 'cw.subsequent_involvement_6m' and"
                        + " outcome_file_id = (select max(outcome_file_id) from release.outcome_file)"))
                .isEqualTo("c2 NOT_AVAILABLE");
        assertThat(rows.ask("select string_agg(concat_ws(' ', d.client_key, f.sequence, m.merge_key, c.sequence), ', ')"
                        + " from release.mis_disclosure m join release.disclosure d using (disclosure_id)"
                        + " join release.outcome_file f using (outcome_file_id)"
                        + " join release.outcome_file c on c.outcome_file_id = m.corrected_by"))
                .as("what the second file told under the merge, corrected by the third")
                .isEqualTo("c1 2 m1 3");
        assertThatMisDisclosureIsListed();
        assertThatTheMergeIsNamed();
    }

    private void assertThatMisDisclosureIsListed() {
        var all = new MisDisclosureQuery(Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(release().misDisclosures(all)).singleElement().satisfies(row -> {
            assertThat(row.told().recipient()).isEqualTo("harborlight");
            assertThat(row.told().sequence()).isEqualTo(2);
            assertThat(row.told().deliveredAt()).isPresent();
            assertThat(row.measures())
                    .containsExactlyInAnyOrder("cw.subsequent_involvement_6m", "cw.subsequent_involvement_12m");
            assertThat(row.mergedBy()).isEqualTo("harborlight");
            assertThat(row.takenBackAt()).isEqualTo("2026-10-08T07:00:00Z");
            assertThat(row.corrected().sequence()).isEqualTo(3);
            assertThat(row.keys()).isEmpty();
        });
        assertThat(looks).isEmpty();

        assertThat(release().showMisDisclosures(all, "notice to the client"))
                .extracting(row -> row.keys().orElseThrow())
                .containsExactly(new MisDisclosure.Keys("c1", "m1"));
        assertThat(looks).containsExactly("outcome.misdisclosures, 1 mis-disclosures, notice to the client, 1");
        assertThat(found(Optional.of("dcyf"), Optional.empty())).isEmpty();
        assertThat(found(Optional.empty(), Optional.of(now))).hasSize(1);
        assertThat(found(Optional.empty(), Optional.of(now.plusSeconds(1)))).isEmpty();
    }

    private void assertThatTheMergeIsNamed() {
        var inquiry = new LinkInquiry(
                new JooqClientIndex(new Database(server.hub())),
                new DeterministicEngine(),
                (action, object, detail) -> {},
                clock());
        var one = new ClientRef("harborlight", "c1");
        var other = new ClientRef("harborlight", "c2");
        var merge = new ToldMerge(
                "m1",
                new StatedMerge(one, other, Instant.parse("2026-10-07T07:00:00Z")),
                Optional.of(Instant.parse("2026-10-08T07:00:00Z")));

        assertThat(inquiry.explain(one).orElseThrow().merges()).containsExactly(merge);
        assertThat(inquiry.explain(other, one).orElseThrow().merges()).containsExactly(merge);
        assertThat(inquiry.explain(new ClientRef("dcyf", "d1")).orElseThrow().merges())
                .isEmpty();
    }

    private List<MisDisclosure> found(Optional<String> sender, Optional<Instant> since) {
        return release().misDisclosures(new MisDisclosureQuery(sender, Optional.of("harborlight"), since));
    }

    private void merge(String since) {
        rows.insert(
                "canonical.client_merge",
                "sender=harborlight; key=m1; surviving_key=c1; merged_key=c2; merged_on=2026-10-05; content_hash=x;"
                        + " recorded_from=" + since);
    }

    /** One night; returns all that holds after it: who stands with whom, statuses, values, rows told. */
    private List<String> night() {
        now = now.plusSeconds(86_400);
        var database = new Database(server.hub());
        new LinkageRun(new JooqClientIndex(database), new DeterministicEngine()).run(clock());
        new MeasureRun(new JooqMeasureRecords(database)).run(clock());
        assertThat(build(true)).isEqualTo("written");
        List<String> state = new ArrayList<>(told());
        state.add(rows.ask("select string_agg(records, ' | ' order by records) from (select string_agg(sender || '/' ||"
                + " client_key || ' ' || grade || ' ' || searchable || ' ' || reason, ' + ' order by sender, client_key)"
                + " as records from linkage.client_link where linked_to is null group by client_id) c"));
        state.add(
                rows.ask("select string_agg(concat_ws(' ', sender_a, client_key_a, sender_b, client_key_b, agreements,"
                        + " conflicts, decision, grade, reason), ' | ' order by sender_a, client_key_a, sender_b, client_key_b)"
                        + " from linkage.comparison where closed_run is null"));
        state.add(rows.ask("select count(*) from linkage.review_task where closed_at is null"));
        state.add(rows.ask("select string_agg(concat_ws(' ', measure, sender, client_key, index_key, status, reason,"
                + " event_date, event_sender, event_key, link_grade), ' | ' order by measure, sender, index_key)"
                + " from measure.event_status where run_id = (select max(run_id) from measure.run)"));
        state.add(
                rows.ask("select string_agg(concat_ws(' ', measure, sender, numerator, denominator, excluded, immature,"
                        + " \"unknown\"), ' | ' order by measure, sender) from measure.value where run_id = (select max(run_id)"
                        + " from measure.run)"));
        return state;
    }

    private String build(boolean delivered) {
        var build =
                delivered ? release().send("harborlight").build() : release().build("harborlight");
        return build instanceof Build.Refused refused
                ? refused.refusal().name()
                : build instanceof Build.Written ? "written" : "unchanged";
    }

    private OutcomeRelease release() {
        return new OutcomeRelease(
                new JooqOutcomeStore(new Database(server.hub())),
                (recipient, name, content) -> "outcomes/" + name,
                (action, object, detail) -> looks.add(
                        String.join(", ", action, object, detail.get("reason"), detail.get("mis_disclosures"))),
                clock());
    }

    private List<String> told() {
        return List.of(
                rows.ask("select string_agg(concat_ws(' ', client_key, measure, status, event_month), ', ' order by"
                                + " client_key, measure) from release.outcome_row where outcome_file_id = (select"
                                + " max(outcome_file_id) from release.outcome_file)")
                        .split(", "));
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private void agree() {
        rows.insert(
                "release.agreement",
                "agreement=DSA; title=Synthetic; discloser=dcyf; recipient=harborlight; purpose=outcome_feedback;"
                        + " signed_on=2025-01-01; effective_from=2025-01-01; legal_basis=statute; setup_sha256=x;"
                        + " applied_at=2025-01-01; applied_by=x");
        rows.insert(
                "release.policy_rule",
                "policy_rule=PR; agreement=DSA; data_class=child_welfare; measures={cw.subsequent_involvement_6m,"
                        + "cw.subsequent_involvement_12m}; event_detail=month; consent_required=false;"
                        + " citation=regulation; effective_from=2025-01-01; notice=None.; setup_sha256=x;"
                        + " applied_at=2025-01-01; applied_by=x");
    }
}
