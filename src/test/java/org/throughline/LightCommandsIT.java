package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Short commands load nothing of what only a hub that serves needs. */
final class LightCommandsIT {
    @TempDir
    private Path home;

    @Test
    void loadNoLibraryOfFiguresOrTraces() throws IOException, InterruptedException {
        Path loaded = home.resolve("classes.txt");
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + loaded,
                "-cp",
                System.getProperty("java.class.path"),
                "org.throughline.HubMain",
                "mapping",
                "list");
        command.environment().put("THROUGHLINE_HOME", home.toString());
        command.redirectErrorStream(true).redirectOutput(home.resolve("out.txt").toFile());

        assertThat(command.start().waitFor()).isZero();
        List<String> classes = Files.readAllLines(loaded);
        assertThat(classes).anyMatch(line -> line.contains(" org.throughline.HubMain "));
        assertThat(classes)
                .noneMatch(line -> line.contains(" io.micrometer.")
                        || line.contains(" io.opentelemetry.")
                        || line.contains(" org.throughline.telemetry.Telemetry "));
    }
}
