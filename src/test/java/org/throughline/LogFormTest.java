package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class LogFormTest {
    private static final Path SETTING = Path.of("src/main/resources/logback.xml");

    @TempDir
    private Path home;

    @Test
    void isReadFromTheFileOfTheHome() throws IOException {
        Path file = home.resolve("throughline.yaml");
        assertThat(LogForm.form(file)).isEmpty();
        Files.writeString(file, "zone: America/Chicago\nlogs: {form: json}\n");
        assertThat(LogForm.form(file)).contains("json");
        Files.writeString(file, "logs: {form: xml}\n");
        assertThat(LogForm.form(file)).isEmpty();
        Files.writeString(file, "logs: [");
        assertThat(LogForm.form(file)).isEmpty();
    }

    @Test
    void writesTextUnlessTheHomeSaysOtherwise() throws Exception {
        assertThat(logged(Optional.empty()))
                .singleElement()
                .asString()
                .matches("\\S+Z ERROR o.t.intake.Intake: Submission 7 was left undone");
    }

    @Test
    void writesEachLineAsJsonWithWhatItIsAboutAndWithoutTheException() throws Exception {
        List<String> lines = logged(Optional.of("json"));

        assertThat(lines).singleElement().asString().doesNotContain("Zephyrine");
        JsonNode line = new JsonMapper().readTree(lines.get(0));
        assertThat(line.get("level").asString()).isEqualTo("ERROR");
        assertThat(line.get("loggerName").asString()).isEqualTo("org.throughline.intake.Intake");
        assertThat(line.get("formattedMessage").asString()).isEqualTo("Submission 7 was left undone");
        assertThat(line.get("mdc").get("submission").asString()).isEqualTo("7");
        assertThat(line.get("mdc").get("feed").asString()).isEqualTo("aster/people");
        assertThat(line.get("context").get("properties").get("node").asString()).isEqualTo("main");
        assertThat(line.get("timestamp").isNumber()).isTrue();
    }

    private List<String> logged(Optional<String> form) throws IOException, JoranException {
        LoggerContext context = new LoggerContext();
        LogbackMDCAdapter words = new LogbackMDCAdapter();
        context.setMDCAdapter(words);
        context.putProperty("throughline.logs", home.toString());
        form.ifPresent(word -> context.putProperty("throughline.logs.form", word));
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(SETTING.toFile());
        words.setContextMap(Map.of("submission", "7", "feed", "aster/people"));
        context.getLogger("org.throughline.intake.Intake")
                .error("Submission {} was left undone", 7, new IllegalStateException("Zephyrine Quillfeather"));
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .extracting(Status::getLevel)
                .containsOnly(Status.INFO);
        context.stop();
        return Files.readAllLines(home.resolve("hub.log"));
    }
}
