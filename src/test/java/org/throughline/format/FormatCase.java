package org.throughline.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A case of a reader as its file tells it: input, and what is read from it. Cases name the parts that they are about; a part
 * that a case leaves out is not looked at, except that problems are none unless told.
 */
public record FormatCase(String file, Map<String, Object> parts) {

    /** Opens a case's input. */
    @FunctionalInterface
    public interface Opening {
        /** A reader over the input as the case wants it read. */
        RecordReader open(ByteSource input, FormatCase example) throws IOException;
    }

    /** The cases of a file under the tests' resources. */
    public static List<FormatCase> in(String file) {
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        try (InputStream in = FormatCase.class.getResourceAsStream(file)) {
            List<?> cases = (List<?>) new Load(settings).loadFromInputStream(in);
            return cases.stream()
                    .map(parts -> new FormatCase(file, parts(parts)))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("The cases of " + file + " cannot be read.", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parts(Object parts) {
        return (Map<String, Object>) parts;
    }

    /** Reads the input and holds what was read against the case. */
    public void check(Opening opening) throws IOException {
        Outcome outcome = Outcome.of(opening.open(ByteSource.of(text("input").getBytes(UTF_8)), this));
        assertThat(outcome.problems()).as("problems").isEqualTo(parts.getOrDefault("problems", List.of()));
        check("header", outcome.header());
        check("records", outcome.records());
        check("places", outcome.places());
    }

    private void check(String part, List<?> actual) {
        if (parts.containsKey(part)) {
            assertThat(actual).as(part).isEqualTo(parts.get(part));
        }
    }

    /** A part as text; empty where the case has none. */
    public String text(String part) {
        return parts.getOrDefault(part, "").toString();
    }

    /** A part as a set of texts; empty where the case has none. */
    public Set<String> texts(String part) {
        return ((List<?>) parts.getOrDefault(part, List.of()))
                .stream().map(Object::toString).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return file + ", " + parts.get("id");
    }
}
