package org.throughline.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dashboard and alert rules ask for figures that there are, and every alert says who does what. */
final class DashboardTest {
    private static Telemetry telemetry;
    private static Expressions expressions;

    @BeforeAll
    static void watch() {
        telemetry = Telemetry.of(Optional.empty(), "test", Clock.systemUTC());
        System.gc();
        expressions = new Expressions(telemetry.metrics() + "jvm_gc_pause_seconds_sum 0\n");
    }

    @AfterAll
    static void close() {
        telemetry.close();
    }

    @Test
    void everyPanelAsksForFiguresThatThereAre() throws IOException {
        List<String> asked = dashboard().findValuesAsString("expr");

        assertThat(asked).hasSizeGreaterThan(15);
        assertThat(asked)
                .allSatisfy(expression ->
                        assertThat(expressions.wrong(expression)).as(expression).isEmpty());
    }

    @Test
    void everyFigureOfOursIsOnTheDashboardOrInAnAlert() throws IOException {
        String all = String.join(" ", dashboard().findValuesAsString("expr"))
                + Files.readString(Path.of("deploy/prometheus-alerts.yaml"));

        assertThat(Metric.values())
                .allSatisfy(
                        metric -> assertThat(metric.names()).as(metric.name()).anyMatch(all::contains));
    }

    @Test
    void everyAlertAsksForFiguresThatThereAreAndSaysWhoDoesWhat() throws IOException {
        List<Map<?, ?>> alerts = alerts();

        assertThat(alerts).hasSizeGreaterThan(10);
        for (Map<?, ?> alert : alerts) {
            String name = String.valueOf(alert.get("alert"));
            assertThat(expressions.wrong(String.valueOf(alert.get("expr"))))
                    .as(name)
                    .isEmpty();
            assertThat(((Map<?, ?>) alert.get("labels")).get("owner"))
                    .as(name)
                    .isIn("feed-owner", "data-desk", "operator");
            assertThat(((Map<?, ?>) alert.get("labels")).get("severity"))
                    .as(name)
                    .isIn("page", "ticket", "info");
            assertThat(((Map<?, ?>) alert.get("annotations")).keySet()).as(name).isEqualTo(Set.of("summary", "action"));
        }
    }

    @Test
    void findsAWrongNameLabelAndValue() {
        assertThat(expressions.wrong("sum by (state) (rate(throughline_submission_total[5m]))"))
                .containsExactly("no figure throughline_submission_total", "no label state");
        assertThat(expressions.wrong("throughline_records_held{client=\"x\"} > 1"))
                .containsExactly("no label client");
        assertThat(expressions.wrong("throughline_feeds{standing=\"gone\"} == 1"))
                .containsExactly("no standing gone");
        assertThat(expressions.wrong("absent(throughline_feeds) or jvm_memory_used"))
                .containsExactly("no figure jvm_memory_used");
    }

    private static JsonNode dashboard() throws IOException {
        return new JsonMapper().readTree(Files.readString(Path.of("deploy/grafana-dashboard.json")));
    }

    private static List<Map<?, ?>> alerts() throws IOException {
        Object file = new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of("deploy/prometheus-alerts.yaml")));
        return ((List<?>) ((Map<?, ?>) file).get("groups"))
                .stream()
                        .flatMap(group -> ((List<?>) ((Map<?, ?>) group).get("rules")).stream())
                        .<Map<?, ?>>map(rule -> (Map<?, ?>) rule)
                        .toList();
    }
}
