package org.throughline.intake;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a done-file says of the file delivered: lines {@code rows=N}, {@code sha256=HEX} and the names of the mapping's totals. It
 * may be a manifest as well, which lists files with the same words as columns ({@code file,rows,sha256}) or as JSON.
 *
 * @param words what it says, by name in small letters
 * @param namesFile false where it is a manifest that says nothing of the file
 */
record DoneFile(Map<String, String> words, boolean namesFile) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Reads what the text says of the file of this name. */
    static DoneFile parse(String text, String file) {
        String stripped = text.strip();
        if (stripped.startsWith("{") || stripped.startsWith("[")) {
            return json(stripped, file);
        }
        List<List<String>> table = stripped.lines()
                .map(line ->
                        Arrays.stream(line.split(",", -1)).map(String::strip).toList())
                .toList();
        boolean manifest = !table.isEmpty()
                && table.get(0).size() > 1
                && lower(table.get(0).get(0)).equals("file");
        return manifest ? csv(table, file) : new DoneFile(lines(text), true);
    }

    private static Map<String, String> lines(String text) {
        Map<String, String> words = new LinkedHashMap<>();
        text.lines().map(String::strip).filter(line -> line.contains("=")).forEach(line -> {
            int equals = line.indexOf('=');
            words.put(
                    lower(line.substring(0, equals).strip()),
                    line.substring(equals + 1).strip());
        });
        return words;
    }

    private static DoneFile csv(List<List<String>> table, String file) {
        List<String> header = table.get(0);
        for (List<String> row : table.subList(1, table.size())) {
            if (row.get(0).equals(file)) {
                Map<String, String> words = new LinkedHashMap<>();
                for (int i = 1; i < Math.min(header.size(), row.size()); i++) {
                    words.put(lower(header.get(i)), row.get(i));
                }
                return new DoneFile(words, true);
            }
        }
        return new DoneFile(Map.of(), false);
    }

    private static DoneFile json(String text, String file) {
        try {
            JsonNode root = JSON.readTree(text);
            JsonNode files = root.isArray() ? root : root.path("files");
            for (JsonNode entry : files) {
                if (entry.path("file").asString("").equals(file)) {
                    return new DoneFile(words(entry), true);
                }
            }
            boolean one = root.isObject() && !root.has("files");
            return one ? new DoneFile(words(root), true) : new DoneFile(Map.of(), false);
        } catch (JacksonException broken) {
            return new DoneFile(Map.of(), false);
        }
    }

    private static Map<String, String> words(JsonNode entry) {
        Map<String, String> words = new LinkedHashMap<>();
        entry.properties().forEach(word -> {
            if (word.getValue().isObject()) {
                words.putAll(words(word.getValue()));
            } else {
                words.put(lower(word.getKey()), word.getValue().asString(""));
            }
        });
        return words;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** What it states under a name; an empty text states nothing. */
    Optional<String> stated(String name) {
        return Optional.ofNullable(words.get(name)).filter(text -> !text.isBlank());
    }

    /** Names no word's value. */
    @Override
    public String toString() {
        return "DoneFile" + words.keySet();
    }
}
