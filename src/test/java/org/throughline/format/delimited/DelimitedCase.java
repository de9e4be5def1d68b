package org.throughline.format.delimited;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.throughline.format.ByteSource;

/**
 * A case of the reader as its file tells it: input with visible control characters, and what is read from it. Cases name the
 * parts that they are about; a part that a case leaves out is not looked at, except that problems are none unless told.
 */
record DelimitedCase(String file, Map<String, Object> parts) {

    static List<DelimitedCase> in(String file) {
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        try (InputStream in = DelimitedCase.class.getResourceAsStream("/format/delimited/" + file)) {
            List<?> cases = (List<?>) new Load(settings).loadFromInputStream(in);
            return cases.stream()
                    .map(parts -> new DelimitedCase(file, parts(parts)))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("The cases of " + file + " cannot be read.", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parts(Object parts) {
        return (Map<String, Object>) parts;
    }

    void check() throws IOException {
        Outcome outcome = outcome(ByteSource.of(visible("input").getBytes(UTF_8)));
        assertThat(outcome.problems()).as("problems").isEqualTo(parts.getOrDefault("problems", List.of()));
        check("header", outcome.header());
        check("records", outcome.records());
        check("places", outcome.places());
    }

    private Outcome outcome(ByteSource input) throws IOException {
        Optional<List<String>> expected = names("expectedHeader");
        return expected.isPresent() ? Outcome.of(input, dialect(), expected.get()) : Outcome.of(input, dialect());
    }

    private void check(String part, List<?> actual) {
        if (parts.containsKey(part)) {
            assertThat(shown(actual)).as(part).isEqualTo(parts.get(part));
        }
    }

    private static Object shown(Object actual) {
        if (actual instanceof List<?> list) {
            return list.stream().map(DelimitedCase::shown).toList();
        }
        return actual.toString()
                .replace('\n', '␊')
                .replace('\r', '␍')
                .replace('\t', '␉')
                .replace('\0', '␀')
                .replace('\1', '␁');
    }

    private String visible(String part) {
        return parts.get(part)
                .toString()
                .replace('␊', '\n')
                .replace('␍', '\r')
                .replace('␉', '\t')
                .replace('␀', '\0')
                .replace('␁', '\1');
    }

    private Dialect dialect() {
        return new Dialect(
                character("delimiter").orElse(','),
                character("quote").orElse('"'),
                List.of(),
                character("comment"),
                names("declaredHeader"),
                false);
    }

    private Optional<Character> character(String part) {
        return parts.containsKey(part) ? Optional.of(visible(part).charAt(0)) : Optional.empty();
    }

    private Optional<List<String>> names(String part) {
        return Optional.ofNullable(parts.get(part))
                .map(names -> ((List<?>) names).stream().map(Object::toString).toList());
    }

    @Override
    public String toString() {
        return file + ", " + parts.get("id");
    }
}
