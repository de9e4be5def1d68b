package org.throughline.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The accounting of disclosures: complete, and nobody changes it afterwards. */
final class DisclosureLedgerIT {
    private ReleaseScenario scenario;

    @BeforeEach
    void open() {
        scenario = new ReleaseScenario();
        scenario.sql("insert into intake.account (sender, transport, host, port, username, folder, completion) values"
                + " ('hope', 'sftp', 'sftp.hope.example', 22, 'hub', '/data', 'rename')");
        scenario.clientWithBothEvents("hope", "C1");
        scenario.clientWithBothEvents("hope", "C2");
        scenario.sql("update linkage.client_link set searchable = false where client_key = 'C2'");
        scenario.release().build("hope");
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void holdsOneEntryPerClientAndFile() {
        assertThat(scenario.column("select client_key from release.disclosure order by 1"))
                .containsExactly("C1", "C2");
    }

    @Test
    void saysWhatWasToldOnWhichGrounds() {
        assertThat(scenario.column("""
            select concat_ws(' / ', recipient, recipient_address, measures, agreements, policy_rules,
              (consents = array(select consent_id from release.consent where client_key = 'C1'))::text,
              data_classes, purpose, legal_basis, disclosed_at at time zone 'UTC')
              from release.disclosure where client_key = 'C1'
            """))
                .containsExactly("hope / sftp://hub@sftp.hope.example:22, folder /data / {t.cw,t.hl} /"
                        + " {DSA-coc-hope,DSA-dcyf-hope} / {PR-coc-hope,PR-dcyf-hope} / true / {child_welfare,hmis} /"
                        + " outcome_feedback / state statute; regulation / 2026-10-07 02:00:00");
    }

    @Test
    void namesNoGroundsWhereNothingWasTold() {
        assertThat(scenario.column("""
            select concat_ws(' / ', client_id, measures, agreements, consents, data_classes, legal_basis, description)
              from release.disclosure where client_key = 'C2'
            """))
                .containsExactly("{} / {} / {} / {} /  / Nothing: every row says NOT_AVAILABLE.");
    }

    @Test
    void carriesTheHashOfTheFile() {
        assertThat(scenario.column(
                        "select distinct d.file_sha256 = f.sha256 from release.disclosure d join release.outcome_file f"
                                + " using (outcome_file_id)"))
                .containsExactly("t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update release.disclosure set purpose = 'x'",
                "delete from release.disclosure",
                "truncate release.disclosure",
                "update release.outcome_row set status = 'NOT_AVAILABLE'",
                "delete from release.outcome_row"
            })
    void hubCannotChangeWhatWasTold(String sql) {
        Assertions.assertThatThrownBy(() -> asHub(sql)).hasMessageContaining("permission denied");
        Assertions.assertThatThrownBy(() -> scenario.sql(sql)).rootCause().hasMessageContaining("is append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update release.outcome_file set content = ''",
                "update release.outcome_file set sha256 = 'x', delivered_at = now()",
                "truncate release.outcome_file cascade",
                "truncate release.outcome_row",
                "delete from release.outcome_file",
                "update intake.original set size_bytes = 0",
                "delete from intake.original",
                "truncate intake.original cascade",
                "update intake.mapping_version set author = 'x'",
                "delete from intake.mapping_version",
                "truncate intake.mapping_version cascade"
            })
    void nobodyChangesWhatIsKeptForGood(String sql) {
        scenario.sql("insert into intake.original (sha256, size_bytes, kept_at) values (repeat('0', 64), 1, now())");
        scenario.sql("insert into intake.mapping_version (mapping, number, sha256, files, author, reason, created_at)"
                + " values ('x', 1, 'x', '{}', 'x', 'x', now())");

        Assertions.assertThatThrownBy(() -> asHub(sql)).hasMessageMatching("(?s).*(permission denied|append-only).*");
        Assertions.assertThatThrownBy(() -> scenario.sql(sql)).rootCause().hasMessageContaining("is append-only");
    }

    @Test
    void aFileIsMarkedAsDeliveredOnce() throws SQLException {
        asHub("update release.outcome_file set delivered_at = '2026-10-07T02:00:01Z'");

        Assertions.assertThatThrownBy(() -> asHub("update release.outcome_file set delivered_at = now()"))
                .hasMessageContaining("is append-only");
    }

    private void asHub(String sql) throws SQLException {
        try (var connection = scenario.database.hub().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
