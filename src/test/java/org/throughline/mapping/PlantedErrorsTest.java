package org.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every planted error is found, at its place and in these words: {@code errors/broken/<case>.yaml} and {@code expected/<case>.txt}. */
class PlantedErrorsTest {

    private static final Path ERRORS = Path.of("src/test/resources/mapping/errors");
    private static final MappingFolder FOLDER =
            MappingFolder.of(ERRORS, Path.of("src/test/resources/mapping/mappings"));

    static Stream<String> ids() {
        return MappingFolder.of(ERRORS).ids().stream();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void areAllFoundAtTheirPlaces(String id) throws IOException {
        Path expected = ERRORS.resolve("expected/" + id.substring(id.indexOf('/') + 1) + ".txt");
        Compilation compilation = new MappingCompiler().compile(FOLDER.find(id).orElseThrow());
        String found = compilation.diagnostics().stream()
                .map(diagnostic -> diagnostic + "\n")
                .collect(Collectors.joining());
        if (Boolean.getBoolean("throughline.regenerate")) {
            Files.writeString(expected, found);
        }
        assertThat(found).isNotEmpty().isEqualTo(Files.readString(expected));
        assertThat(compilation.mapping()).isEmpty();
    }

    @Test
    void areMany() {
        List<Diagnostic> all = ids().map(id -> FOLDER.find(id).orElseThrow())
                .flatMap(source -> new MappingCompiler().compile(source).diagnostics().stream())
                .toList();
        assertThat(all).hasSizeGreaterThan(100);
    }
}
