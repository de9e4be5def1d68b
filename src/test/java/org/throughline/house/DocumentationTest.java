package org.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages name things that are there. */
final class DocumentationTest {
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");

    @Test
    void readmeFitsOnTwoScreens() throws IOException {
        assertThat(Files.readAllLines(ProjectFiles.root().resolve("README.md"))).hasSizeLessThanOrEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mappings", "routes", "schema", "deploy", "docs", "src"})
    void everyFolderHasAPageThatTheReadmeLeadsTo(String folder) throws IOException {
        assertThat(ProjectFiles.root().resolve(folder).resolve("README.md")).isNotEmptyFile();
        assertThat(Files.readString(ProjectFiles.root().resolve("README.md"))).contains("| `" + folder + "/` |");
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        var broken = new ArrayList<String>();
        for (var page : pages()) {
            broken.addAll(brokenLinks(page));
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void seesALinkThatLeadsNowhere(@TempDir Path folder) throws IOException {
        var page = Files.writeString(folder.resolve("page.md"), "[a](page.md) [b](gone.md) [c](https://example.org)");

        assertThat(brokenLinks(page)).containsExactly("page.md: gone.md");
    }

    @Test
    void sourcePageNamesEveryPackage() throws IOException {
        var page = Files.readString(ProjectFiles.root().resolve("src/README.md"));
        try (Stream<Path> folders = Files.list(ProjectFiles.root().resolve("src/main/java/org/throughline"))) {
            assertThat(folders.filter(Files::isDirectory).map(folder -> "| `" + folder.getFileName() + "` |"))
                    .allSatisfy(row -> assertThat(page).contains(row));
        }
    }

    @Test
    void decisionsAreNumberedWithoutGaps() {
        var numbers = ProjectFiles.below("docs/decisions", ".md").stream()
                .map(file -> Integer.parseInt(file.getFileName().toString().substring(0, 4)))
                .toList();

        assertThat(numbers)
                .isEqualTo(Stream.iterate(1, number -> number + 1)
                        .limit(numbers.size())
                        .toList());
    }

    private static List<Path> pages() {
        return Stream.concat(
                        Stream.of(ProjectFiles.root().resolve("README.md")),
                        Stream.of("mappings", "routes", "schema", "deploy", "docs")
                                .flatMap(folder -> ProjectFiles.below(folder, ".md").stream()))
                .toList();
    }

    private static List<String> brokenLinks(Path page) throws IOException {
        return LINK.matcher(Files.readString(page))
                .results()
                .map((MatchResult match) -> match.group(1))
                .filter(link -> !Files.exists(page.resolveSibling(link)))
                .map(link -> page.getFileName() + ": " + link)
                .toList();
    }
}
