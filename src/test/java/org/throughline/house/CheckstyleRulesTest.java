package org.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.AuditListener;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The style rules see what they are there to see: each reports the file planted for it, and nothing else does. */
final class CheckstyleRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MethodLength",
                "ParameterNumber",
                "FileLength",
                "NestedIfDepth",
                "CyclomaticComplexity",
                "MissingJavadocType"
            })
    void reportsThePlantedViolation(String rule) throws Exception {
        assertThat(rulesBrokenBy(planted(rule))).containsExactly(rule);
    }

    @Test
    void findsNothingInAFileThatKeepsTheRules() throws Exception {
        assertThat(rulesBrokenBy(planted("Clean"))).isEmpty();
    }

    @Test
    void findsNothingInTheProject() throws Exception {
        var files = ProjectFiles.below("src", ".java").stream()
                .filter(file -> !file.toString().contains("src/test/resources"))
                .map(file -> file.toFile())
                .toArray(File[]::new);

        assertThat(broken(files)).isEmpty();
    }

    private static File planted(String name) {
        return ProjectFiles.root()
                .resolve("src/test/resources/house/checkstyle/" + name + ".java")
                .toFile();
    }

    private static List<String> rulesBrokenBy(File... files) throws CheckstyleException {
        return broken(files).stream()
                .map(event -> event.replaceAll(".* ", ""))
                .distinct()
                .toList();
    }

    private static List<String> broken(File... files) throws CheckstyleException {
        var configuration = ConfigurationLoader.loadConfiguration(
                ProjectFiles.root().resolve("src/build/checkstyle.xml").toString(),
                new PropertiesExpander(new Properties()));
        var seen = new Violations();
        var checker = new Checker();
        checker.setModuleClassLoader(Checker.class.getClassLoader());
        checker.configure(configuration);
        checker.addListener(seen);
        checker.process(List.of(files));
        checker.destroy();
        return seen.lines;
    }

    /** Keeps one line per violation: file, line, rule. */
    private static final class Violations implements AuditListener {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void addError(AuditEvent event) {
            var rule = event.getSourceName().replaceAll(".*\\.", "").replaceAll("Check$", "");
            lines.add(new File(event.getFileName()).getName() + ":" + event.getLine() + " " + rule);
        }

        @Override
        public void addException(AuditEvent event, Throwable failure) {
            throw new IllegalStateException(event.getFileName(), failure);
        }

        @Override
        public void auditStarted(AuditEvent event) {}

        @Override
        public void auditFinished(AuditEvent event) {}

        @Override
        public void fileStarted(AuditEvent event) {}

        @Override
        public void fileFinished(AuditEvent event) {}
    }
}
