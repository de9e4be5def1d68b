package org.throughline.format.json;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.throughline.format.ByteSource;
import org.throughline.format.Encoding;
import org.throughline.format.RecordFormat;
import org.throughline.format.RecordReader;
import org.throughline.format.StrictText;
import org.throughline.format.TextLines;

/**
 * JSON as one sender writes it.
 *
 * @param rows where the records stand; in NDJSON, in each line
 * @param lines true for NDJSON, where every line is a document
 * @param agreed the paths that the mapping names
 */
public record JsonFormat(JsonRows rows, boolean lines, Set<String> agreed) implements RecordFormat {

    public JsonFormat {
        agreed = Set.copyOf(agreed);
    }

    /**
     * Holds a path against the way in which a mapping names values.
     *
     * @throws IllegalArgumentException with a full sentence where the text is no path, or joins anything but the elements of
     *     the array at its end
     */
    public static void checkPath(String text) {
        List<JsonPath.Step> steps = JsonPath.of(text).steps();
        if (steps.subList(0, steps.size() - 1).stream().anyMatch(JsonPath.Every.class::isInstance)) {
            throw new IllegalArgumentException("`" + text
                    + "` goes on after [*]; only the single values of an array can be joined, and objects in an array"
                    + " are rows of their own.");
        }
    }

    @Override
    public RecordReader open(ByteSource source, String member) throws IOException {
        return JsonReader.open(source, member, this);
    }

    /** The same format with the rows of a document that names none. */
    JsonFormat settled(ByteSource source, String member) throws IOException {
        if (lines || !rows.isTop()) {
            return this;
        }
        try (Reader text = text(source, member)) {
            int first = text.read();
            while (first >= 0 && Character.isWhitespace(first)) {
                first = text.read();
            }
            return first == '[' ? new JsonFormat(JsonRows.topArray(), false, agreed) : this;
        }
    }

    Scopes scopes(ByteSource source, String member, Paths paths) throws IOException {
        return lines
                ? new LineScopes(TextLines.open(source, member), paths, rows, member)
                : new DocumentScopes(Tokens.of(text(source, member), member), paths, rows);
    }

    static Reader text(ByteSource source, String member) throws IOException {
        return StrictText.open(source, Encoding.choose(source, List.of(StandardCharsets.UTF_8)), member);
    }
}
