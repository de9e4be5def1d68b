package org.throughline.format.fixedwidth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.throughline.format.ByteSource;

/**
 * A case of the reader as its file tells it: a layout, input with visible control characters, and what is read from it. A
 * field is told as {@code name start length}, with {@code whole} or decimals and sign behind it.
 */
record FixedWidthCase(String file, Map<String, Object> parts) {

    static List<FixedWidthCase> in(String file) {
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        try (InputStream in = FixedWidthCase.class.getResourceAsStream("/format/fixedwidth/" + file)) {
            List<?> cases = (List<?>) new Load(settings).loadFromInputStream(in);
            return cases.stream()
                    .map(parts -> new FixedWidthCase(file, parts(parts)))
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
        Outcome outcome = Outcome.of(ByteSource.of(input()), dialect(), layout());
        assertThat(outcome.problems()).as("problems").isEqualTo(parts.getOrDefault("problems", List.of()));
        check("header", outcome.header());
        check("records", outcome.records());
        check("places", outcome.places());
    }

    private byte[] input() {
        Charset charset = Charset.forName(
                parts.getOrDefault("written", StandardCharsets.UTF_8.name()).toString());
        return parts.get("input")
                .toString()
                .replace('␊', '\n')
                .replace('␍', '\r')
                .replace('␉', '\t')
                .replace('␀', '\0')
                .replace('␚', '\u001A')
                .replace('⌖', '\uFEFF')
                .getBytes(charset);
    }

    private void check(String part, List<?> actual) {
        if (parts.containsKey(part)) {
            assertThat((Object) actual).as(part).isEqualTo(parts.get(part));
        }
    }

    private FixedWidthDialect dialect() {
        List<Charset> encodings = Optional.ofNullable(parts.get("encoding"))
                .map(name -> List.of(Charset.forName(name.toString())))
                .orElse(List.of());
        OptionalInt length = parts.containsKey("recordLength")
                ? OptionalInt.of((Integer) parts.get("recordLength"))
                : OptionalInt.empty();
        return new FixedWidthDialect(encodings, length, Boolean.TRUE.equals(parts.get("pad")));
    }

    private FixedLayout layout() {
        return layout((List<?>) parts.get("layout"));
    }

    static FixedLayout layout(List<?> fields) {
        return new FixedLayout(
                fields.stream().map(field -> field(field.toString().split(" "))).toList());
    }

    private static FixedField field(String[] words) {
        int start = Integer.parseInt(words[1]);
        int length = Integer.parseInt(words[2]);
        if (words.length == 3) {
            return FixedField.text(words[0], start, length);
        }
        if (words[3].equals("whole")) {
            return new FixedField(words[0], start, length, true, Optional.empty());
        }
        Sign sign = words.length < 5 ? Sign.NONE : Sign.of(words[4]).orElseThrow();
        return FixedField.number(words[0], start, length, new FixedNumber(Integer.parseInt(words[3]), sign));
    }

    @Override
    public String toString() {
        return file + ", " + parts.get("id");
    }
}
