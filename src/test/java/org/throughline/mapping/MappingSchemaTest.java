package org.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors use takes every mapping, and reports what it can of planted errors. */
class MappingSchemaTest {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final Path OURS = Path.of("src/test/resources/mapping/mappings");
    private static final Path BROKEN = Path.of("src/test/resources/mapping/errors/broken");
    private static final Schema SCHEMA = schema("mapping-v1");
    private static final Schema LISTS = schema("code-list-v1");

    private static Schema schema(String name) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("schema", name + ".schema.json")), InputFormat.JSON);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> errors(Path file) throws IOException {
        return errors(SCHEMA, file);
    }

    private static List<String> errors(Schema schema, Path file) throws IOException {
        return schema.validate(Files.readString(file), InputFormat.YAML).stream()
                .map(Error::toString)
                .toList();
    }

    /** Every mapping file: feeds, members and bases, but no code lists, samples or set-up files. */
    private static List<Path> mappings(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !root.relativize(file)
                            .toString()
                            .matches("(codes|agreements|calendars|policy)/.*|.*/samples/.*|.*/partner\\.yaml"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void takesEveryMapping() throws IOException {
        for (Path root : List.of(MAPPINGS, OURS)) {
            List<Path> files = mappings(root);
            assertThat(files).isNotEmpty();
            for (Path file : files) {
                assertThat(errors(file)).as("%s", file).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "head, /contact",
        "receive, /receive/routes",
        "source, /source/fields/name/typo",
        "fields, /source/fields/amount",
        "codes, /codes/exit/other",
        "write, /write",
        "set, /write",
        "checks, /checks",
        "tests, /tests",
        "period, /receive",
        "codedays, /codes/notadays/from/a",
        "codedays, /codes/notadays/from/b",
        "codedays, /codes/wording/from/a",
        "codedays, /codes/wording/from/b",
    })
    void reportsPlantedErrors(String file, String where) throws IOException {
        String path = where.substring(where.lastIndexOf('/') + 1);

        assertThat(errors(BROKEN.resolve(file + ".yaml"))).isNotEmpty().anyMatch(error -> error.contains(path));
    }

    @Test
    void takesEveryCodeList() throws IOException {
        for (Path root : List.of(MAPPINGS, OURS, BROKEN.getParent())) {
            try (Stream<Path> files = Files.walk(root.resolve("codes"))) {
                List<Path> lists = files.filter(Files::isRegularFile)
                        .filter(file -> !file.endsWith("brokendays.yaml"))
                        .toList();
                assertThat(lists).isNotEmpty();
                for (Path list : lists) {
                    assertThat(errors(LISTS, list)).as("%s", list).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/codes/notaday", "/codes/notold", "/codes/nameless", "/codes/wording", "/codes/empty"})
    void reportsPlantedErrorsOfCodeLists(String where) throws IOException {
        assertThat(errors(LISTS, BROKEN.getParent().resolve("codes/hub/brokendays.yaml")))
                .anyMatch(error -> error.startsWith(where));
    }

    @Test
    void reportsAnEmptyMapping() throws IOException {
        assertThat(SCHEMA.validate("title: x", InputFormat.YAML)).isNotEmpty();
        assertThat(SCHEMA.validate("just a text", InputFormat.YAML)).isNotEmpty();
    }
}
