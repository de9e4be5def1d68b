package org.throughline.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of figures is that of the code. With {@code -Dthroughline.write=true} it is written anew. */
final class MetricsPageTest {
    private static final Path PAGE = Path.of("deploy/metrics.md");

    @Test
    void tellsOfEveryFigure() throws IOException {
        if (Boolean.getBoolean("throughline.write")) {
            Files.writeString(PAGE, page());
        }

        assertThat(PAGE).hasContent(page());
    }

    private static String page() {
        return """
            # Figures

            What `GET /metrics` of a hub that serves tells, beside `jvm_`, `process_` and `system_` figures of its Java machine. This page is
            made from the code and tested.

            | figure | kind | labels | what it says |
            |---|---|---|---|
            """ + Arrays.stream(Metric.values()).map(MetricsPageTest::row).collect(Collectors.joining()) + """

            | label | values |
            |---|---|
            """
                + Arrays.stream(Label.values()).map(MetricsPageTest::row).collect(Collectors.joining());
    }

    private static String row(Metric metric) {
        return "| %s | %s | %s | %s |\n"
                .formatted(
                        metric.names().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")),
                        metric.kind().name().toLowerCase(Locale.ROOT),
                        metric.labels().stream().map(Label::word).collect(Collectors.joining(", ")),
                        metric.words());
    }

    private static String row(Label label) {
        return "| `%s` | %s |\n"
                .formatted(
                        label.word(),
                        label == Label.FEED
                                ? "the feeds that are set up, `sender/feed`"
                                : String.join(", ", label.allowed(java.util.List.of())));
    }
}
