package org.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The run on a second PostgreSQL leaves out only tests that ask nothing of the server at hand. */
final class AnyPostgresqlTest {
    private static final Pattern WORD = Pattern.compile("\\w+");
    /** What leads to the server at hand, in test sources. */
    private static final Set<String> SERVER = Set.of("TestServer", "THROUGHLINE_DB_URL");

    private static final Map<String, Path> SOURCES =
            ProjectFiles.below("src/test/java/org/throughline", ".java").stream()
                    .filter(file -> !file.endsWith("package-info.java"))
                    .filter(file -> !file.toString().contains("/planted/"))
                    .collect(Collectors.toMap(AnyPostgresqlTest::name, Function.identity(), (one, other) -> one));

    @Test
    void leavesOutOnlyTestsThatAskNothingOfTheServer() throws IOException {
        List<String> list = Files.readAllLines(ProjectFiles.root().resolve(".ci/any-postgresql"));

        assertThat(list).anyMatch(line -> line.endsWith("/DemoIT.java"));
        assertThat(wrong(list)).isEmpty();
    }

    @Test
    void findsThePlantedLines() throws IOException {
        assertThat(wrong(List.of(
                        "# a word",
                        "**/GoneIT.java",
                        "**/OpenSshIT",
                        "**/TestDatabaseIT.java",
                        "**/ProviderSeesOwnRowsOnlyIT.java",
                        "**/OpenSshIT.java")))
                .containsExactly(
                        "**/GoneIT.java names no integration test",
                        "**/OpenSshIT names no integration test",
                        "**/TestDatabaseIT.java uses the server at hand: TestDatabaseIT, TestDatabase, TestServer",
                        "**/ProviderSeesOwnRowsOnlyIT.java uses the server at hand: ProviderSeesOwnRowsOnlyIT,"
                                + " RowSecurityProbe, TestDatabase, TestServer");
    }

    private static List<String> wrong(List<String> list) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : list) {
            if (line.startsWith("#")) {
                continue;
            }
            String test = line.replaceFirst("^\\*\\*/(\\w+IT)\\.java$", "$1");
            if (!SOURCES.containsKey(test)) {
                wrong.add(line + " names no integration test");
                continue;
            }
            List<String> way = wayToServer(test);
            if (!way.isEmpty()) {
                wrong.add(line + " uses the server at hand: " + String.join(", ", way));
            }
        }
        return wrong;
    }

    /** The shortest way from a test to the server, by the names that stand in the sources; empty where none leads there. */
    private static List<String> wayToServer(String test) throws IOException {
        Deque<List<String>> ways = new ArrayDeque<>(List.of(List.of(test)));
        Set<String> seen = new HashSet<>(Set.of(test));
        while (!ways.isEmpty()) {
            List<String> way = ways.poll();
            for (String word : words(SOURCES.get(way.get(way.size() - 1)))) {
                List<String> longer = new ArrayList<>(way);
                longer.add(word);
                if (SERVER.contains(word)) {
                    return longer;
                }
                if (SOURCES.containsKey(word) && seen.add(word)) {
                    ways.add(longer);
                }
            }
        }
        return List.of();
    }

    private static List<String> words(Path source) throws IOException {
        return WORD.matcher(Files.readString(source))
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.java$", "");
    }
}
