package org.throughline.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughline.release.Build.Refusal;
import org.throughline.store.Database;
import org.throughline.store.JooqOutcomeStore;

final class OutcomeReleaseIT {
    private ReleaseScenario scenario;

    @BeforeEach
    void open() {
        scenario = new ReleaseScenario();
        scenario.clientWithBothEvents("hope", "C1");
        scenario.client("hope", "C2");
        scenario.indexEvent("hope", "C2", "t.cw", "IMMATURE");
        scenario.indexEvent("hope", "C2", "t.hl", "DEN_ONLY");
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void writesARowForEveryClientAndMeasure() {
        scenario.release().build("hope");

        assertThat(scenario.lines("hope"))
                .containsExactly(
                        "client_id,measure,measure_version,status,event_month,event_date,window,observed_through,"
                                + "changed",
                        "C1,t.cw,1,NUM,2026-03,,P180D,2026-09-30,false",
                        "C1,t.hl,1,NUM,2026-04,,P180D,2026-09-30,false",
                        "C2,t.cw,1,OPEN,,,P180D,2026-09-30,false",
                        "C2,t.hl,1,DEN_ONLY,,,P180D,2026-09-30,false");
    }

    @Test
    void tellsTheDayOnlyWhereTheRuleGrantsIt() {
        scenario.sql("update release.policy_rule set event_detail = 'date' where policy_rule = 'PR-coc-hope'");

        scenario.release().build("hope");

        assertThat(scenario.lines("hope"))
                .contains("C1,t.cw,1,NUM,2026-03,,P180D,2026-09-30,false")
                .contains("C1,t.hl,1,NUM,2026-04,2026-04-20,P180D,2026-09-30,false");
    }

    @Test
    void tellsTheLatestEndOfServiceWhereThereAreSeveral() {
        scenario.sql(
                "insert into canonical.enrollment (sender, key, client_key, entry_date, content_hash, recorded_from)"
                        + " values ('hope', 'E0', 'C1', '2025-01-01', 'x', now())");
        scenario.sql(
                "insert into measure.event_status (run_id, measure, version, sender, client_key, index_key, client_id,"
                        + " index_date, status, window_end, observed_through, link_grade, service_start) select run_id,"
                        + " measure, version, sender, client_key, 'E0', client_id, '2025-02-01', 'DEN_ONLY', '2025-08-01',"
                        + " observed_through, 'none', '2025-01-01' from measure.event_status where client_key = 'C1'");

        scenario.release().build("hope");

        assertThat(scenario.told("hope"))
                .startsWith("C1 t.cw NUM 2026-03", "C1 t.hl NUM 2026-04")
                .hasSize(4);
    }

    @Test
    void namesFileAndManifestAndKeepsTheirHash() {
        var sent = scenario.release().send("hope");

        var name = "hope_outcomes_20261006_0001";
        assertThat(scenario.delivered.keySet())
                .containsExactly("hope/" + name + ".csv", "hope/" + name + ".manifest.json");
        assertThat(sent.delivered().orElseThrow().sha256())
                .isEqualTo(DigestUtils.sha256Hex(scenario.delivered.get("hope/" + name + ".csv")));
        var manifest = ManifestJson.read(scenario.deliveredText("hope/" + name + ".manifest.json"));
        assertThat(manifest.sha256()).isEqualTo(sent.delivered().orElseThrow().sha256());
        assertThat(manifest.rows()).isEqualTo(4);
        assertThat(manifest.notices())
                .containsExactly(new Manifest.Notice("Not for further disclosure.", List.of("t.cw", "t.hl")));
    }

    @Test
    void writesNoSecondFileWhereNothingChanged() {
        scenario.release().send("hope");
        scenario.delivered.clear();

        var again = scenario.release().send("hope");

        assertThat(again.build()).isInstanceOf(Build.Unchanged.class);
        assertThat(scenario.delivered).isEmpty();
        assertThat(files()).isEqualTo("1");
    }

    @Test
    void standsAClockThatIsFinerThanTheDatabase() {
        scenario.at("2026-10-07T02:00:00.123456789Z");
        scenario.release().build("hope");

        assertThat(scenario.release().build("hope")).isInstanceOf(Build.Unchanged.class);
    }

    @Test
    void restatesTheWholeFileAndMarksWhatChanged() {
        var first = scenario.release().send("hope").delivered().orElseThrow();
        scenario.at("2026-10-08T02:00:00Z");
        scenario.sql("update release.consent set revoked_at = '2026-10-07T15:00:00Z' where client_key = 'C1'");

        var second = scenario.release().send("hope").delivered().orElseThrow();

        assertThat(scenario.lines("hope"))
                .contains("C1,t.cw,1,NOT_AVAILABLE,,,P180D,,true")
                .contains("C1,t.hl,1,NUM,2026-04,,P180D,2026-09-30,false");
        var manifest = ManifestJson.read(scenario.deliveredText("hope/" + second.manifestName()));
        assertThat(manifest.supersedes()).contains(new Manifest.Superseded(first.name(), first.sha256()));
        assertThat(second.name()).isEqualTo("hope_outcomes_20261007_0002.csv");
    }

    @Test
    void deliversAFileThatWasWrittenBeforeACrash() {
        var written = (Build.Written) scenario.release().build("hope");

        var sent = scenario.release().sendAll();

        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).delivered().orElseThrow().id())
                .isEqualTo(written.file().id());
        assertThat(scenario.column("select delivered_at is not null from release.outcome_file"))
                .containsExactly("t");
        assertThat(files()).isEqualTo("1");
    }

    @Test
    void decidesAgainBeforeSendingAFileThatWasNotDelivered() {
        scenario.release().build("hope");
        scenario.at("2026-10-08T02:00:00Z");
        scenario.sql("update release.consent set revoked_at = '2026-10-07T15:00:00Z' where client_key = 'C1'");

        scenario.release().sendAll();

        assertThat(scenario.delivered.keySet())
                .containsExactly(
                        "hope/hope_outcomes_20261007_0002.csv", "hope/hope_outcomes_20261007_0002.manifest.json");
        assertThat(scenario.deliveredText("hope/hope_outcomes_20261007_0002.csv"))
                .contains("C1,t.cw,1,NOT_AVAILABLE")
                .doesNotContain("true");
    }

    @Test
    void writesAnewWhereAFileThatWaitsRestsOnOtherGroundsByNow() {
        scenario.release().build("hope");
        scenario.at("2026-10-08T02:00:00Z");
        scenario.sql(
                "insert into release.consent (sender, key, client_key, recipient, data_classes, purpose, signed_on,"
                        + " effective_from, content_hash, recorded_from) values ('hope', 'later', 'C1', 'hope',"
                        + " 'child_welfare', 'outcome_feedback', '2026-10-07', '2026-10-07', 'x', now())");
        scenario.sql("update release.consent set expires_on = '2026-10-06' where key = 'SC1'");

        var sent = scenario.release().send("hope").delivered().orElseThrow();

        assertThat(sent.sequence()).isEqualTo(2);
        assertThat(scenario.column("select key from release.disclosure d join release.consent c on c.consent_id ="
                        + " any(d.consents) where d.client_key = 'C1' and d.outcome_file_id = " + sent.id()))
                .containsExactly("later");
    }

    @Test
    void writesAnewWhereAFileThatWaitsWouldGoToAnotherAddressThanItsAccountingSays() {
        scenario.sql("insert into intake.account (sender, transport, folder, completion) values"
                + " ('hope', 'folder', '/old', 'rename')");
        scenario.release().build("hope");
        scenario.sql("update intake.account set folder = '/new' where sender = 'hope'");

        var sent = scenario.release().send("hope").delivered().orElseThrow();

        assertThat(scenario.column("select distinct recipient_address from release.disclosure where outcome_file_id = "
                        + sent.id()))
                .containsExactly("folder /new");
        assertThat(scenario.release().build("hope")).isInstanceOf(Build.Unchanged.class);
    }

    @Test
    void writesNothingAnewWhereOnlyTheGroundsOfADeliveredFileChanged() {
        scenario.release().send("hope");
        scenario.sql("update release.policy_rule set consent_required = false where policy_rule = 'PR-dcyf-hope'");

        assertThat(scenario.release().build("hope")).isInstanceOf(Build.Unchanged.class);
    }

    @Test
    void triesAgainWhatCouldNotBeDelivered() {
        var failing = new OutcomeRelease(
                new JooqOutcomeStore(new Database(scenario.database.hub())),
                (recipient, name, content) -> {
                    throw new IOException("The account cannot be reached.");
                },
                (action, object, detail) -> {},
                Clock.fixed(ReleaseScenario.NIGHT, ZoneOffset.UTC));

        var failed = failing.sendAll().get(0);

        assertThat(failed.failure()).contains("The account cannot be reached.");
        assertThat(failed.delivered()).isEmpty();
        assertThat(scenario.release().send("hope").delivered()).isPresent();
        assertThat(files()).isEqualTo("1");
    }

    @Test
    void refusesWhereNoAgreementWasEverMade() {
        scenario.provider("lone");

        assertThat(refusal("lone")).isEqualTo(Refusal.NEVER_SET_UP);
        assertThat(scenario.release().sendAll()).extracting(Sent::recipient).containsExactly("hope");
    }

    @Test
    void refusesUnknownNamesAndAgencies() {
        assertThat(refusal("nobody")).isEqualTo(Refusal.UNKNOWN_RECIPIENT);
        assertThat(refusal("dcyf")).isEqualTo(Refusal.UNKNOWN_RECIPIENT);
    }

    @Test
    void refusesWhereNothingWasMeasured() {
        scenario.sql("update measure.run set finished_at = null");

        assertThat(refusal("hope")).isEqualTo(Refusal.NOTHING_MEASURED);
    }

    @Test
    void refusesMeasuresOlderThanTheLastLinkage() {
        scenario.sql("insert into linkage.run (model, started_at, finished_at) values ('test', '2026-10-06T22:00:00Z',"
                + " '2026-10-06T22:01:00Z')");

        assertThat(refusal("hope")).isEqualTo(Refusal.MEASURES_STALE);
    }

    @Test
    void refusesMeasuresOlderThanARuling() {
        scenario.sql("insert into linkage.ruling (kind, sender_a, client_key_a, sender_b, client_key_b, author, reason,"
                + " made_at) values ('never', 'dcyf', 'X', 'hope', 'C1', 'x', 'x', '2026-10-06T22:00:00Z')");

        assertThat(refusal("hope")).isEqualTo(Refusal.MEASURES_STALE);
    }

    @Test
    void refusesAClockThatWentBack() {
        scenario.release().build("hope");
        scenario.at("2026-10-07T01:59:00Z");

        assertThat(refusal("hope")).isEqualTo(Refusal.CLOCK_BEHIND);
    }

    @Test
    void writesNothingWhereTheTransactionFails() {
        scenario.sql("alter table release.disclosure add constraint planted check (measures = '{}')");

        assertThatThrownBy(() -> scenario.release().build("hope")).hasMessageContaining("planted");
        assertThat(files()).isEqualTo("0");
        assertThat(scenario.column("select count(*) from release.outcome_row")).containsExactly("0");
    }

    @Test
    void explainsToStaffWhyARowTellsNothing() {
        scenario.sql("delete from release.consent where client_key = 'C1'");

        var explained = scenario.release().explain("hope", "C1");

        assertThat(explained).extracting(Explanation::measure).containsExactly("t.cw", "t.hl");
        assertThat(explained.get(0).reason()).contains(Withheld.NO_CONSENT);
        assertThat(explained.get(1).agreements()).containsExactly("DSA-coc-hope");
        assertThat(explained.get(1).policyRules()).containsExactly("PR-coc-hope");
        String joint = scenario.column(
                        "select client_id from linkage.client_link where sender = 'hope' and client_key = 'C1'")
                .get(0);
        assertThat(scenario.looks()).containsExactly("outcome.explain hope {client=joint client " + joint + "}");
        assertThat(files()).isEqualTo("0");
    }

    private Refusal refusal(String recipient) {
        return ((Build.Refused) scenario.release().build(recipient)).refusal();
    }

    private String files() {
        return scenario.column("select count(*) from release.outcome_file").get(0);
    }
}
