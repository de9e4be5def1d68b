package org.throughline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few kills and faults of a small night, of the hundreds that {@code .ci/kills} makes; and what the comparison must see. */
final class KilledNightIT {
    @TempDir
    Path folder;

    @Test
    void endsAsANightThatNobodyDisturbed() throws IOException, SQLException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (Stage stage = Stage.forFew(folder)) {
            Kills kills = new Kills(stage, new PrintStream(said, true, StandardCharsets.UTF_8));

            kills.random(1, 2);

            assertThat(kills.told()).as(said.toString(StandardCharsets.UTF_8)).isTrue();
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .contains("kill 2, seed 1, at ", "2 kills in ", ": 0 lost, 0 doubled");
        }
    }

    @Test
    void seesWhatIsLostDoubledOrChanged() {
        NightState night = new NightState(Map.of(
                "canonical.service", List.of("key=1; ", "key=2; "), "file receipts/a.json", List.of("accepted")));

        assertThat(night.differences(night)).isEmpty();
        assertThat(night.differences(with(night, "canonical.service", List.of("key=2; "))))
                .containsExactly("lost from canonical.service: key=1; ");
        assertThat(night.differences(with(night, "canonical.service", List.of("key=1; ", "key=2; ", "key=2; "))))
                .containsExactly("more in canonical.service: key=2; ");
        assertThat(night.differences(with(night, "file receipts/a.json", List.of("held"))))
                .containsExactlyInAnyOrder(
                        "lost from file receipts/a.json: accepted", "more in file receipts/a.json: held");
        assertThat(night.differences(with(night, "file originals/arriving", List.of("left behind"))))
                .containsExactly("more in file originals/arriving: left behind");
    }

    private static NightState with(NightState night, String part, List<String> rows) {
        Map<String, List<String>> parts = new TreeMap<>(night.parts());
        parts.put(part, rows);
        return new NightState(parts);
    }
}
