package org.throughline.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Works as a provider's database role and tries every table of every schema. Each table that the role may read holds
 * a row of the provider and a row of somebody else; every other table must refuse it.
 */
final class ProviderSeesOwnRowsOnlyIT {
    private RowSecurityProbe probe;

    @BeforeEach
    void open() throws SQLException {
        probe = RowSecurityProbe.open();
    }

    @AfterEach
    void close() throws SQLException {
        probe.close();
    }

    @Test
    void readsOwnRowsOfTheAllowedTablesAndNothingElse() throws SQLException {
        assertThat(probe.leaks()).isEmpty();
        assertThat(probe.readable())
                .contains(
                        "canonical.client_record",
                        "canonical.contract_program",
                        "canonical.wage_quarter",
                        "intake.receipt",
                        "intake.sender_role",
                        "intake.submission",
                        "release.acknowledgement",
                        "release.consent",
                        "release.outcome_file",
                        "release.outcome_row")
                .doesNotContain(
                        "audit.entry",
                        "intake.sender",
                        "linkage.client_link",
                        "measure.event_seen",
                        "measure.event_status",
                        "release.agreement",
                        "release.disclosure");
    }

    @Test
    void readsNobodysEmployer() throws SQLException {
        assertThat(probe.hiddenColumns()).containsExactly("canonical.wage_quarter.employer_key");
        assertThat(probe.asked("employer_key", "canonical.wage_quarter")).isEqualTo("refused");
        assertThat(probe.asked("wages", "canonical.wage_quarter")).startsWith("1 rows: ");
    }

    @Test
    void reportsAnEmployerThatAProviderMayRead() throws SQLException {
        probe.owner("grant select on canonical.wage_quarter to " + probe.providerRole());

        assertThat(probe.hiddenColumns()).isEmpty();
        assertThat(probe.asked("employer_key", "canonical.wage_quarter")).startsWith("1 rows: ");
    }

    @Test
    void changesNothingAnywhere() throws SQLException {
        assertThat(probe.writable()).isEmpty();
    }

    @Test
    void reportsATableWithoutPolicy() throws SQLException {
        probe.owner("create table release.planted (sender text)");
        probe.owner("grant select on release.planted to " + probe.providerRole());

        assertThat(probe.leaks()).containsExactly("release.planted shows 2 rows: own, other");
    }

    @Test
    void reportsAPolicyThatShowsEverything() throws SQLException {
        probe.owner("create policy planted on release.consent for select to " + probe.providerRole() + " using (true)");

        assertThat(probe.leaks()).containsExactly("release.consent shows 2 rows: own, other");
    }

    @Test
    void reportsATableThatHidesEverything() throws SQLException {
        probe.owner("drop policy own on release.consent");

        assertThat(probe.leaks()).containsExactly("release.consent shows 0 rows: ");
    }

    @Test
    void reportsARightToWrite() throws SQLException {
        probe.owner("grant update on release.consent to " + probe.providerRole());

        assertThat(probe.writable()).isEqualTo(List.of("release.consent"));
    }

    @Test
    void showsNothingToARoleThatBelongsToNoSender() throws SQLException {
        probe.owner("delete from intake.sender_role");

        assertThat(probe.leaks())
                .isNotEmpty()
                .allSatisfy(leak -> assertThat(leak).endsWith(" shows 0 rows: "));
    }
}
