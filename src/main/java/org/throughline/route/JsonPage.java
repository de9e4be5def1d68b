package org.throughline.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.problem.ProblemCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads one page of JSON as a stream: the rows at one path become lines, and what stands at another path is the next page. */
final class JsonPage {
    private static final int DEPTH = 100;
    private static final int TEXT = 5_000_000;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(TEXT)
                    .build())
            .build();

    private final List<String> rows;
    private final List<String> next;
    private final String what;
    private final List<String> path = new ArrayList<>();
    private Optional<String> found = Optional.empty();
    private boolean seen;
    private long count;

    /**
     * A page.
     *
     * @param rows path of the list of rows, with dots; empty where the page is the list itself
     * @param next path of the next page's address or cursor; empty for none
     * @param what the page, for whoever is told
     */
    JsonPage(String rows, String next, String what) {
        this.rows = steps(rows);
        this.next = steps(next);
        this.what = what;
    }

    private static List<String> steps(String path) {
        String plain = path.replaceFirst("^\\$\\.?", "");
        return plain.isEmpty() ? List.of() : List.of(plain.split("\\."));
    }

    /** Writes the rows of a body, one on a line, and says what the next page is. */
    Page read(Path body, Path target) throws IOException, RefusedException {
        try (InputStream bytes = Files.newInputStream(body);
                OutputStream kept = Files.newOutputStream(target);
                JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            parser.nextToken();
            value(parser, kept);
            if (parser.nextToken() != null) {
                throw new HttpFetch.UnreadablePageException("holds more than one JSON document");
            }
        } catch (JacksonException broken) {
            throw new HttpFetch.UnreadablePageException("is not whole JSON");
        }
        if (!seen) {
            throw new RefusedException(
                    ProblemCode.HTTP_CONTENT,
                    what + " holds no list at " + (rows.isEmpty() ? "its top" : String.join(".", rows)) + ".",
                    false);
        }
        return new Page(target, count, found);
    }

    private void value(JsonParser parser, OutputStream kept) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new HttpFetch.UnreadablePageException("is empty");
        }
        if (token == JsonToken.START_ARRAY && path.equals(rows)) {
            seen = true;
            rows(parser, kept);
        } else if (token == JsonToken.START_OBJECT) {
            object(parser, kept);
        } else if (token == JsonToken.START_ARRAY) {
            parser.skipChildren();
        } else if (!next.isEmpty() && path.equals(next) && token != JsonToken.VALUE_NULL) {
            found = Optional.of(parser.getString()).filter(text -> !text.isBlank());
        }
    }

    private void object(JsonParser parser, OutputStream kept) throws IOException {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            path.add(parser.currentName());
            parser.nextToken();
            value(parser, kept);
            path.remove(path.size() - 1);
        }
    }

    private void rows(JsonParser parser, OutputStream kept) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            StringWriter line = new StringWriter();
            try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
                copy(parser, generator);
            }
            kept.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            count++;
        }
    }

    /** Numbers stay as they are written: 1.10 is not 1.1, and an id may be longer than any number type. */
    private static void copy(JsonParser parser, JsonGenerator generator) throws IOException {
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            if (token == null) {
                throw new HttpFetch.UnreadablePageException("is not whole JSON");
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
                generator.writeNumber(parser.getString());
            } else {
                generator.copyCurrentEvent(parser);
            }
        } while (depth > 0 && advance(parser));
    }

    private static boolean advance(JsonParser parser) {
        parser.nextToken();
        return true;
    }
}
