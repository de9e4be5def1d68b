package org.throughline.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughline.problem.Problem;

final class AcknowledgementIT {
    private ReleaseScenario scenario;
    private OutcomeFile file;

    @BeforeEach
    void open() {
        scenario = new ReleaseScenario();
        scenario.clientWithBothEvents("hope", "C1");
        file = scenario.release().send("hope").delivered().orElseThrow();
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void keepsAnAcceptance() {
        assertThat(acknowledge("hope", file.sha256(), 2, "accepted")).isEmpty();
        assertThat(kept()).isEqualTo("accepted 2 hope.ack.json");
    }

    @Test
    void keepsTheSameWordOnce() {
        acknowledge("hope", file.sha256(), 2, "accepted");

        assertThat(acknowledge("hope", file.sha256(), 2, "accepted")).isEmpty();
        assertThat(kept()).isEqualTo("accepted 2 hope.ack.json");
    }

    @Test
    void keepsAnotherHashAsRefused() {
        assertThat(fact(acknowledge("hope", "0".repeat(64), 2, "accepted")))
                .isEqualTo("ACKNOWLEDGEMENT_DISAGREES hope.ack.json: It gives another SHA-256 than"
                        + " hope_outcomes_20261006_0001.csv has.");
        assertThat(kept()).isEqualTo("refused 2 hope.ack.json");
    }

    @Test
    void keepsAnotherCountAsRefused() {
        assertThat(fact(acknowledge("hope", file.sha256(), 3, "accepted")))
                .isEqualTo("ACKNOWLEDGEMENT_DISAGREES hope.ack.json: It counts 3 rows; hope_outcomes_20261006_0001.csv"
                        + " has 2.");
        assertThat(kept()).isEqualTo("refused 3 hope.ack.json");
    }

    @Test
    void keepsARefusalUntilTheFileIsAcceptedAfterAll() {
        assertThat(fact(acknowledge("hope", file.sha256(), 2, "refused")))
                .isEqualTo("ACKNOWLEDGEMENT_DISAGREES hope.ack.json: It refuses hope_outcomes_20261006_0001.csv.");

        acknowledge("hope", file.sha256(), 2, "accepted");

        assertThat(kept()).isEqualTo("accepted 2 hope.ack.json");
    }

    @Test
    void letsNobodySpeakForAnotherProvider() {
        scenario.provider("harbor");

        assertThat(fact(acknowledge("harbor", file.sha256(), 2, "accepted")))
                .isEqualTo("ACKNOWLEDGEMENT_DISAGREES hope.ack.json: It names an outcome file that was never written"
                        + " for harbor.");
        assertThat(scenario.column("select 1 from release.acknowledgement")).isEmpty();
    }

    @Test
    void namesWhatCannotBeRead() {
        var problem =
                scenario.acknowledgements().acknowledge("hope", "hope.ack.json", "ok".getBytes(StandardCharsets.UTF_8));

        assertThat(fact(problem)).isEqualTo("ACKNOWLEDGEMENT_UNREADABLE hope.ack.json: It is no valid JSON.");
    }

    private Optional<Problem> acknowledge(String provider, String sha256, long rows, String outcome) {
        var text = "{\"file\":\"%s\",\"sha256\":\"%s\",\"rows\":%d,\"outcome\":\"%s\"}"
                .formatted(file.name(), sha256, rows, outcome);
        return scenario.acknowledgements()
                .acknowledge(provider, "hope.ack.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private String kept() {
        return String.join(
                "\n",
                scenario.column("select concat_ws(' ', outcome, row_count, file_name) from release.acknowledgement"));
    }

    private static String fact(Optional<Problem> problem) {
        return problem.map(found -> found.code() + " " + found.fact()).orElse("no problem");
    }
}
