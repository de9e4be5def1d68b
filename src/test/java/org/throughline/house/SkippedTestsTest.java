package org.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testing.PublicData;

/** The CI command notices skipped tests. */
final class SkippedTestsTest {
    @TempDir
    Path reports;

    @Test
    void countsWhatIsSkippedForWantOfData() throws Exception {
        report("<skipped message=\"" + PublicData.REASON + "hmis. Set it.\"/>");
        report("<skipped message=\"gpg is not installed\"/>");
        var result = skipped("");

        assertThat(result.code()).isZero();
        assertThat(result.output()).startsWith("Skipped: 2 tests, 1 of them for want of public data");
        assertThat(result.output()).contains("1 gpg is not installed");
    }

    @Test
    void failsWhenDataIsAtHandAndATestIsSkipped() throws Exception {
        report("<skipped/>");
        var result = skipped("data");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.output()).contains("no reason given").endsWith("so nothing may be skipped.\n");
    }

    @Test
    void passesWhenNothingIsSkipped() throws Exception {
        report("");

        assertThat(skipped("data"))
                .isEqualTo(new Result(
                        0, "Skipped: 0 tests, 0 of them for want of public data (THROUGHLINE_PUBLIC_DATA).\n"));
    }

    private void report(String content) throws IOException {
        var name = "TEST-" + content.hashCode() + ".xml";
        Files.writeString(
                reports.resolve(name), "<testsuite><testcase name=\"a\">\n" + content + "\n</testcase></testsuite>");
    }

    private Result skipped(String data) throws Exception {
        var builder = new ProcessBuilder(
                        ProjectFiles.root().resolve(".ci/skipped").toString(), reports.toString())
                .redirectErrorStream(true);
        builder.environment().put("THROUGHLINE_PUBLIC_DATA", data);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private record Result(int code, String output) {}
}
