package org.throughline.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughline.release.Build.Refusal;

/** Outcome files in the format that the agreement asks for; what is told, and what is accounted for, stays the same. */
final class OutcomeFormatIT {
    private ReleaseScenario scenario;

    @BeforeEach
    void open() {
        scenario = new ReleaseScenario();
        scenario.clientWithBothEvents("hope", "C1");
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    private void asks(String format) {
        scenario.sql("update release.agreement set outcome_format = ?", format);
    }

    @Test
    void writesJsonWithItsHashInTheManifest() {
        asks("json");

        OutcomeFile file = scenario.release().send("hope").delivered().orElseThrow();

        String name = "hope_outcomes_20261006_0001";
        assertThat(scenario.delivered.keySet())
                .containsExactly("hope/" + name + ".json", "hope/" + name + ".manifest.json");
        assertThat(scenario.deliveredText("hope/" + name + ".json"))
                .startsWith(
                        "[\n{\"client_id\":\"C1\",\"measure\":\"t.cw\",\"measure_version\":\"1\",\"status\":\"NUM\"");
        Manifest manifest = ManifestJson.read(scenario.deliveredText("hope/" + name + ".manifest.json"));
        assertThat(manifest.file()).isEqualTo(name + ".json");
        assertThat(manifest.sha256())
                .isEqualTo(file.sha256())
                .isEqualTo(DigestUtils.sha256Hex(scenario.delivered.get("hope/" + name + ".json")));
    }

    @Test
    void writesAWorkbookWithItsHashInTheManifest() throws IOException {
        asks("xlsx");

        OutcomeFile file = scenario.release().send("hope").delivered().orElseThrow();

        assertThat(file.name()).isEqualTo("hope_outcomes_20261006_0001.xlsx");
        byte[] workbook = scenario.delivered.get("hope/" + file.name());
        assertThat(OutcomeWorkbook.rows(workbook)).hasSize(3).satisfies(rows -> {
            assertThat(rows.get(0)).isEqualTo(OutcomeFileWriter.COLUMNS);
            assertThat(rows.get(1)).startsWith("C1", "t.cw", "1", "NUM");
            assertThat(rows.get(2)).startsWith("C1", "t.hl", "1");
        });
        Manifest manifest = ManifestJson.read(scenario.deliveredText("hope/hope_outcomes_20261006_0001.manifest.json"));
        assertThat(manifest.file()).isEqualTo(file.name());
        assertThat(manifest.sha256()).isEqualTo(file.sha256()).isEqualTo(DigestUtils.sha256Hex(workbook));
    }

    @Test
    void writesFixedWidthAndAccountsForTheSameDisclosures() {
        scenario.release().send("hope");
        asks("fixed_width");
        scenario.at("2026-10-08T02:00:00Z");

        OutcomeFile file = scenario.release().send("hope").delivered().orElseThrow();

        assertThat(file.name()).isEqualTo("hope_outcomes_20261007_0002.txt");
        assertThat(scenario.deliveredText("hope/" + file.name()).split("\r\n"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).hasSize(161).startsWith("C1 "));
        assertThat(scenario.column(
                        "select client_key || ' ' || array_to_string(measures, ' ') from release.disclosure"))
                .hasSize(2)
                .containsOnly("C1 t.cw t.hl");
    }

    @Test
    void refusesFormatsThatDiffer() {
        scenario.sql("update release.agreement set outcome_format = 'json' where discloser = 'coc'");

        Build.Refused refused = (Build.Refused) scenario.release().build("hope");

        assertThat(refused.refusal()).isEqualTo(Refusal.FORMATS_DIFFER);
        assertThat(refused.message())
                .isEqualTo("The agreements with hope ask for outcome files in different formats: csv, json. Give all of"
                        + " them the same outcome_format.");
    }

    @Test
    void asksOnlyTheAgreementsInForce() {
        scenario.sql("update release.agreement set outcome_format = 'json', terminated_on = '2026-01-01'"
                + " where discloser = 'coc'");

        assertThat(scenario.release().send("hope").delivered().orElseThrow().name())
                .endsWith(".csv");
    }

    @Test
    void refusesAnIdThatHasNoRoom() {
        scenario.clientWithBothEvents("hope", "C".repeat(65));
        asks("fixed_width");

        Build.Refused refused = (Build.Refused) scenario.release().build("hope");

        assertThat(refused.refusal()).isEqualTo(Refusal.TOO_LONG);
        assertThat(refused.message()).doesNotContain("CCC");
    }
}
