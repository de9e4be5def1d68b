package org.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every mapping of the project and of the tests: each compiles, and its examples and its sample come out as expected. */
class EveryMappingTest {

    private static final List<Path> ROOTS =
            List.of(Path.of("mappings"), Path.of("src/test/resources/mapping/mappings"));

    static Stream<String> ids() {
        return folder().ids().stream();
    }

    private static MappingFolder folder() {
        return MappingFolder.of(ROOTS.toArray(Path[]::new));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void compiles(String id) {
        assertThat(compilation(id).diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void passesItsOwnTestsAndSample(String id) throws IOException {
        Mapping mapping = compilation(id).mapping().orElseThrow();
        Optional<MappingSample> sample = folder().sample(id);
        assertThat(sample).as("sample of %s", id).isPresent();
        if (Boolean.getBoolean("throughline.regenerate")) {
            MappingTests.regenerate(mapping, sample.get());
        }
        assertThat(sample.get().expected())
                .satisfies(expected -> assertThat(Files.isRegularFile(expected))
                        .as("expected result of %s", id)
                        .isTrue());
        List<MappingTestResult> results = MappingTests.run(mapping, sample);
        assertThat(results)
                .allSatisfy(result -> assertThat(result.differences())
                        .as("%s:%d: %s", result.file(), result.line(), result.name())
                        .isEmpty());
        assertThat(results).hasSizeGreaterThan(1);
    }

    private static Compilation compilation(String id) {
        return new MappingCompiler().compile(folder().find(id).orElseThrow());
    }
}
