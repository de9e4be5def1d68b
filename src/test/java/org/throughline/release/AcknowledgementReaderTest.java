package org.throughline.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

final class AcknowledgementReaderTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void readsStrictly(String name, String text, String says) {
        assertThat(says(text.replace("\"H\"", '"' + HASH + '"'))).isEqualTo(says);
    }

    @Test
    void takesEveryValue() {
        var text = "{\"file\":\"a.csv\",\"sha256\":\"" + HASH + "\",\"rows\":3,\"outcome\":\"refused\"}";

        assertThat(read(text)).isEqualTo(new Acknowledgement.Word("a.csv", HASH, 3, false));
    }

    @Test
    void readsNothingBeyondItsLimit() {
        assertThat(says(" ".repeat(AcknowledgementReader.LIMIT + 1)))
                .isEqualTo("It is 16385 bytes long; the limit is 16384.");
    }

    @Test
    void standsDeepNesting() {
        assertThat(says("[".repeat(10_000))).isEqualTo("It is no valid JSON.");
    }

    private static Stream<Arguments> cases() throws IOException {
        try (var stream = AcknowledgementReaderTest.class.getResourceAsStream("/release/acknowledgements.yaml")) {
            var loaded = new Load(LoadSettings.builder().build()).loadFromInputStream(stream);
            return ((List<?>) loaded)
                    .stream()
                            .map(one -> (Map<?, ?>) one)
                            .map(one -> Arguments.of(one.get("name"), one.get("text"), one.get("says")));
        }
    }

    private static String says(String text) {
        return read(text) instanceof Acknowledgement.Unreadable unreadable ? unreadable.fact() : "read";
    }

    private static Acknowledgement read(String text) {
        return new AcknowledgementReader().read(text.getBytes(StandardCharsets.UTF_8));
    }
}
