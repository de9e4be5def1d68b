package org.throughline.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Disclosures that must never happen, each planted: client C1 stays untouched and is told, client C9 carries the
 * plant. The file keeps its four rows and its columns whatever is withheld.
 */
final class ForbiddenDisclosureIT {
    private static final List<String> TOLD = List.of("C1 t.cw NUM 2026-03", "C1 t.hl NUM 2026-04");

    private ReleaseScenario scenario;

    @BeforeEach
    void open() {
        scenario = new ReleaseScenario();
        scenario.clientWithBothEvents("hope", "C1");
        scenario.clientWithBothEvents("hope", "C9");
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void tellsBothClientsWhereNothingIsPlanted() {
        assertTold("C9 t.cw NUM 2026-03", "C9 t.hl NUM 2026-04");
    }

    @Test
    void withholdsWithoutConsent() {
        scenario.sql("delete from release.consent where client_key = 'C9'");

        assertTold("C9 t.cw NOT_AVAILABLE", "C9 t.hl NUM 2026-04");
    }

    @Test
    void withholdsWhereConsentWasRevokedAMinuteBefore() {
        scenario.sql("update release.consent set revoked_at = '2026-10-07T01:59:00Z' where client_key = 'C9'");

        assertTold("C9 t.cw NOT_AVAILABLE", "C9 t.hl NUM 2026-04");
    }

    @Test
    void withholdsWhereTheBeliefInTheConsentHasEnded() {
        scenario.sql("update release.consent set recorded_to = '2026-10-06T12:00:00Z' where client_key = 'C9'");

        assertTold("C9 t.cw NOT_AVAILABLE", "C9 t.hl NUM 2026-04");
    }

    @Test
    void takesNoConsentThatAnotherProviderRecorded() {
        scenario.provider("harbor");
        scenario.sql("update release.consent set sender = 'harbor' where client_key = 'C9'");

        assertTold("C9 t.cw NOT_AVAILABLE", "C9 t.hl NUM 2026-04");
    }

    @Test
    void tellsNothingOfAnotherProvidersClient() {
        scenario.provider("harbor");
        scenario.agreement("dcyf", "harbor", "child_welfare", "t.cw");
        scenario.clientWithBothEvents("harbor", "H5");

        assertTold("C9 t.cw NUM 2026-03", "C9 t.hl NUM 2026-04");
        assertThat(String.join("\n", scenario.lines("hope"))).doesNotContain("H5");
    }

    @Test
    void withholdsAClientWhoseEnrollmentTheProviderNoLongerHolds() {
        scenario.sql("update canonical.enrollment set recorded_to = now() where client_key = 'C9'");

        assertTold("C9 t.cw NOT_AVAILABLE", "C9 t.hl NOT_AVAILABLE");
    }

    @Test
    void withholdsLinksBelowDisclosureGrade() {
        scenario.sql("update measure.event_seen set link_grade = 'analytic' where event_status_id in (select"
                + " event_status_id from measure.event_status where client_key = 'C9')");

        assertTold("C9 t.cw NOT_AVAILABLE", "C9 t.hl NOT_AVAILABLE");
    }

    @Test
    void tellsNoEventBeforeTheServiceStarted() {
        plantEventOn("2025-12-31");

        assertTold("C9 t.cw DEN_ONLY", "C9 t.hl DEN_ONLY");
    }

    @Test
    void tellsNoEventBeyondTheWindow() {
        plantEventOn("2026-08-28");

        assertTold("C9 t.cw DEN_ONLY", "C9 t.hl DEN_ONLY");
    }

    @Test
    void withholdsClientsOfAVictimServiceProgram() {
        scenario.sql("insert into canonical.organization (sender, key, name, victim_service_provider, content_hash,"
                + " recorded_from) values ('hope', 'O', 'Shelter', true, 'x', now())");
        scenario.sql("insert into canonical.program (sender, key, organization_key, name, content_hash, recorded_from)"
                + " values ('hope', 'P', 'O', 'Shelter', 'x', now())");
        scenario.sql("update canonical.enrollment set program_key = 'P' where client_key = 'C9'");

        assertTold("C9 t.cw NOT_AVAILABLE", "C9 t.hl NOT_AVAILABLE");
    }

    @Test
    void tellsAVictimServiceProviderNothing() {
        scenario.sql("update intake.sender set victim_service_provider = true where sender = 'hope'");

        scenario.release().build("hope");

        assertThat(scenario.told("hope")).hasSize(4).allMatch(row -> row.endsWith("NOT_AVAILABLE"));
    }

    @Test
    void tellsNothingThatAVictimServiceProviderShows() {
        scenario.sql("update intake.sender set victim_service_provider = true where sender = 'coc'");

        scenario.release().build("hope");

        assertThat(scenario.told("hope"))
                .containsExactly(
                        "C1 t.cw NUM 2026-03", "C1 t.hl NOT_AVAILABLE", "C9 t.cw NUM 2026-03", "C9 t.hl NOT_AVAILABLE");
    }

    @Test
    void withholdsWhileAPairAroundTheClientWaitsForReview() {
        scenario.sql(
                "insert into linkage.comparison (run_id, sender_a, client_key_a, sender_b, client_key_b, agreements,"
                        + " conflicts, decision, grade, reason) values (1, 'dcyf', 'X', 'hope', 'C9', '{}', '{}',"
                        + " 'review', 'none', 'x')");
        scenario.sql("insert into linkage.review_task (comparison_id, opened_at) select comparison_id, now() from"
                + " linkage.comparison");

        assertTold("C9 t.cw NOT_AVAILABLE", "C9 t.hl NOT_AVAILABLE");
    }

    @Test
    void withholdsWhereTheClientCannotBeSearched() {
        scenario.sql("update linkage.client_link set searchable = false where client_key = 'C9'");

        assertTold("C9 t.cw NOT_AVAILABLE", "C9 t.hl NOT_AVAILABLE");
    }

    @Test
    void withholdsWhereTheLinkHasChangedSinceTheMeasures() {
        scenario.sql("update linkage.client_link set client_id = (select client_id from linkage.client_link where"
                + " client_key = 'C1') where client_key = 'C9'");

        assertTold("C9 t.cw NOT_AVAILABLE", "C9 t.hl NOT_AVAILABLE");
    }

    @Test
    void countsNoEventOfASenderWithoutAgreement() {
        scenario.provider("harbor");
        scenario.sql("update measure.event_seen set event_sender = 'harbor' where event_status_id in (select"
                + " event_status_id from measure.event_status where client_key = 'C9')");

        assertTold("C9 t.cw DEN_ONLY", "C9 t.hl DEN_ONLY");
    }

    @Test
    void looksTheSameWhetherAnEventExistsOrNotWhereAClientIsWithheld() {
        scenario.sql("delete from release.consent where client_key = 'C9'");
        scenario.release().build("hope");
        var withEvent = scenario.lines("hope");
        scenario.sql("delete from measure.event_seen where event_status_id in (select event_status_id from"
                + " measure.event_status where client_key = 'C9' and measure = 't.cw')");
        scenario.sql(
                "update measure.event_status set status = 'IMMATURE' where client_key = 'C9' and measure = 't.cw'");

        var again = scenario.release().build("hope");

        assertThat(again).isInstanceOf(Build.Unchanged.class);
        assertThat(scenario.lines("hope")).isEqualTo(withEvent);
    }

    @Test
    void sendsNoNameOfASourceAndNoKeyOfItsRecords() {
        scenario.release().send("hope");

        assertThat(scenario.delivered.keySet())
                .allSatisfy(name -> assertThat(scenario.deliveredText(name))
                        .doesNotContain("dcyf")
                        .doesNotContain("coc")
                        .doesNotContain("2026-03-15")
                        .doesNotContain("1990-05-05"));
    }

    private void plantEventOn(String day) {
        scenario.sql(
                "update measure.event_seen set event_date = ?::date where event_status_id in (select event_status_id"
                        + " from measure.event_status where client_key = 'C9')",
                day);
    }

    private void assertTold(String childWelfare, String homelessness) {
        scenario.release().build("hope");

        assertThat(scenario.told("hope")).containsExactly(TOLD.get(0), TOLD.get(1), childWelfare, homelessness);
    }
}
