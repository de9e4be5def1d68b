package org.throughline.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taking away one ground removes exactly the values that depended on it, cell by cell, in the same file shape. */
final class GroundRemovalIT {
    private static final int STATUS = 3;
    private static final int MONTH = 4;
    private static final int OBSERVED = 7;

    private ReleaseScenario scenario;
    private List<String[]> before;

    @BeforeEach
    void open() {
        scenario = new ReleaseScenario();
        scenario.clientWithBothEvents("hope", "C1");
        scenario.clientWithBothEvents("hope", "C2");
        scenario.client("hope", "C3");
        scenario.indexEvent("hope", "C3", "t.cw", "DEN_ONLY");
        scenario.indexEvent("hope", "C3", "t.hl", "IMMATURE");
        before = cells();
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update release.agreement set terminated_on = '2026-10-06' where agreement = 'DSA-dcyf-hope'",
                "update release.agreement set effective_to = '2026-10-05' where agreement = 'DSA-dcyf-hope'",
                "update release.policy_rule set withdrawn_on = '2026-10-06' where policy_rule = 'PR-dcyf-hope'",
                "delete from release.policy_rule where policy_rule = 'PR-dcyf-hope'",
                "with gone as (delete from release.policy_rule where policy_rule = 'PR-dcyf-hope' returning agreement)"
                        + " update release.agreement set effective_to = '2025-12-31' where agreement in (table gone)"
            })
    void agreementOrRuleTakesAlongEveryValueOfItsClass(String removal) {
        scenario.sql(removal);

        assertEmptied(List.of("C1 t.cw", "C2 t.cw", "C3 t.cw"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from release.consent where client_key = 'C2'",
                "update release.consent set revoked_at = '2026-10-07T01:59:59Z' where client_key = 'C2'",
                "update release.consent set expires_on = '2026-10-05' where client_key = 'C2'"
            })
    void consentTakesAlongTheValuesOfItsClient(String removal) {
        scenario.sql(removal);

        assertEmptied(List.of("C2 t.cw"));
    }

    @Test
    void agreementOfTheOtherSourceTakesAlongTheOtherMeasure() {
        scenario.sql("update release.agreement set terminated_on = '2026-10-06' where agreement = 'DSA-coc-hope'");

        assertEmptied(List.of("C1 t.hl", "C2 t.hl", "C3 t.hl"));
    }

    @Test
    void lastAgreementLeavesAFileThatTellsNothing() {
        scenario.sql("delete from release.policy_rule");
        scenario.sql("delete from release.agreement");

        assertEmptied(List.of("C1 t.cw", "C1 t.hl", "C2 t.cw", "C2 t.hl", "C3 t.cw", "C3 t.hl"));
    }

    @Test
    void removingAnotherProvidersGroundsChangesNothing() {
        scenario.provider("harbor");
        scenario.agreement("dcyf", "harbor", "child_welfare", "t.cw");
        scenario.sql("update release.agreement set terminated_on = '2026-10-06' where recipient = 'harbor'");

        assertEmptied(List.of());
    }

    /**
     * In the rows named, status turns to NOT_AVAILABLE and month and watermark are empty; every other cell is as
     * before.
     */
    private void assertEmptied(List<String> rows) {
        List<List<String>> expected = new ArrayList<>();
        for (String[] row : before) {
            String[] copy = row.clone();
            if (rows.contains(row[0] + " " + row[1])) {
                copy[STATUS] = "NOT_AVAILABLE";
                copy[MONTH] = "";
                copy[OBSERVED] = "";
            }
            expected.add(List.of(copy));
        }
        assertThat(cells().stream().map(List::of)).containsExactlyElementsOf(expected);
    }

    private List<String[]> cells() {
        scenario.release().build("hope");
        return scenario.lines("hope").stream().map(line -> line.split(",", -1)).toList();
    }
}
