package org.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks every mapping of the project and of the tests: each compiles, and its examples and its sample come out as expected.
 * {@code -Dthroughline.regenerate=true} writes the expected results anew; they are then read as a diff.
 */
class EveryMappingTest {

    private static final List<Path> ROOTS =
            List.of(Path.of("mappings"), Path.of("src/test/resources/mapping/mappings"));

    static Stream<Arguments> mappings() {
        return ROOTS.stream()
                .flatMap(root -> MappingFolder.of(root).ids().stream().map(id -> Arguments.of(root, id)));
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void compiles(Path root, String id) {
        assertThat(compilation(root, id).diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void passesItsOwnTestsAndSample(Path root, String id) throws IOException {
        Mapping mapping = compilation(root, id).mapping().orElseThrow();
        Optional<MappingSample> sample = MappingFolder.of(root).sample(id);
        assertThat(sample).as("sample of %s", id).isPresent();
        if (Boolean.getBoolean("throughline.regenerate")) {
            MappingTests.regenerate(mapping, sample.get());
        }
        assertThat(Files.isRegularFile(sample.get().expected()))
                .as("expected result of %s", id)
                .isTrue();
        List<MappingTestResult> results = MappingTests.run(mapping, sample);
        assertThat(results)
                .hasSizeGreaterThan(1)
                .allSatisfy(result -> assertThat(result.differences())
                        .as("%s:%d: %s", result.file(), result.line(), result.name())
                        .isEmpty());
    }

    private static Compilation compilation(Path root, String id) {
        return new MappingCompiler().compile(MappingFolder.of(root).find(id).orElseThrow());
    }
}
