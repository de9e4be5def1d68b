package org.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Source files hold no forbidden line, and every package of the hub says what it is. */
final class SourceRulesTest {

    @Test
    void noSourceFileBreaksARule() throws IOException {
        var broken = new ArrayList<String>();
        for (var file : sources()) {
            var lines = Files.readAllLines(file);
            for (var line = 0; line < lines.size(); line++) {
                var rules = SourceRules.brokenBy(lines.get(line));
                if (!rules.isEmpty()) {
                    broken.add(ProjectFiles.root().relativize(file) + ":" + (line + 1) + " " + rules);
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        unfinished work, // TO|DO later
        triple-slash Javadoc, '    //|/ A name.'
        wildcard import, import java.util.|*;
        author or date, ' * @aut|hor somebody'
        code that is switched off, '    //| call();'
        path of one machine, 'var file = "/wo|rk/x";'
        sleeping, Thread.sle|ep(10);
        mocking library, import org.mock|ito.Mockito;
        """)
    void reportsThePlantedLine(String rule, String line) {
        assertThat(SourceRules.brokenBy(line.replace("|", ""))).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({"' * See https://example.org/work/x.'", "// A sentence says why.", "'var home = \".throughline\";'"})
    void letsOrdinaryLinesPass(String line) {
        assertThat(SourceRules.brokenBy(line)).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIs() {
        assertThat(packagesWithoutWord(ProjectFiles.root().resolve("src/main/java")))
                .isEmpty();
    }

    @Test
    void seesThatThePlantedPackagesSayNothing() {
        assertThat(packagesWithoutWord(ProjectFiles.root().resolve("src/test/java/org/throughline/planted")))
                .extracting(folder -> folder.getFileName().toString())
                .contains("intake", "delimited")
                .doesNotContain("planted");
    }

    private static List<Path> sources() {
        return Stream.of("src", "schema", "mappings", "routes", "deploy", "docs")
                .flatMap(folder -> Stream.of(".java", ".sql", ".yaml", ".xml", ".md")
                        .flatMap(suffix -> ProjectFiles.below(folder, suffix).stream()))
                .toList();
    }

    /** Folders with Java files but without a package-info, or with one that has no Javadoc. */
    private static List<Path> packagesWithoutWord(Path start) {
        return ProjectFiles.below(start.toString(), ".java").stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !saysWhatItIs(folder.resolve("package-info.java")))
                .toList();
    }

    private static boolean saysWhatItIs(Path file) {
        try {
            return Files.exists(file) && Files.readString(file).startsWith("/**");
        } catch (IOException failure) {
            throw new AssertionError(file.toString(), failure);
        }
    }
}
