package org.throughline.release;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.throughline.release.Acknowledgement.Unreadable;
import org.throughline.release.Acknowledgement.Word;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an acknowledgement, strictly: small, four keys, each of its form, nothing twice and nothing else. */
final class AcknowledgementReader {
    /** No acknowledgement is longer, in bytes. */
    static final int LIMIT = 16 * 1024;

    private static final List<String> KEYS = List.of("file", "sha256", "rows", "outcome");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,200}");
    private static final Pattern OUTCOME = Pattern.compile("accepted|refused");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(4)
                            .maxStringLength(1000)
                            .maxNumberLength(20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    Acknowledgement read(byte[] bytes) {
        if (bytes.length > LIMIT) {
            return new Unreadable("It is %d bytes long; the limit is %d.".formatted(bytes.length, LIMIT));
        }
        try {
            JsonNode root = JSON.readTree(bytes);
            return fault(root).<Acknowledgement>map(Unreadable::new).orElseGet(() -> word(root));
        } catch (JacksonException notJson) {
            return new Unreadable("It is no valid JSON.");
        }
    }

    private static Optional<String> fault(JsonNode root) {
        if (!root.isObject() || !Set.copyOf(root.propertyNames()).equals(Set.copyOf(KEYS))) {
            return Optional.of("It is no JSON object with exactly the keys " + String.join(", ", KEYS) + ".");
        }
        return Stream.of(
                        form(root, "file", NAME),
                        form(root, "sha256", HASH),
                        form(root, "outcome", OUTCOME),
                        count(root.get("rows")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> form(JsonNode root, String key, Pattern form) {
        JsonNode value = root.get(key);
        boolean fits = value.isString() && form.matcher(value.asString()).matches();
        return fits ? Optional.empty() : Optional.of("Its " + key + " is not of the form " + form.pattern() + ".");
    }

    private static Optional<String> count(JsonNode value) {
        boolean fits = value.isIntegralNumber() && value.canConvertToLong() && value.asLong() >= 0;
        return fits ? Optional.empty() : Optional.of("Its rows is not a whole number of 0 or more.");
    }

    private static Word word(JsonNode root) {
        return new Word(
                root.get("file").asString(),
                root.get("sha256").asString(),
                root.get("rows").asLong(),
                root.get("outcome").asString().equals("accepted"));
    }
}
