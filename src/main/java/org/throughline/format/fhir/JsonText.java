package org.throughline.format.fhir;

import java.io.IOException;
import java.io.StringWriter;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON of FHIR, read strictly and in bounded memory. Whatever is wrong is told with line and character, and never in the
 * parser's words, which quote the document.
 */
final class JsonText {
    static final int DEPTH_LIMIT = 64;
    static final int RESOURCE_LIMIT = 16_000_000;
    static final int VALUE_LIMIT = 200_000;

    private static final int NAME_LIMIT = 1_000;
    private static final JsonFactory STREAM = factory(-1);
    private static final JsonFactory RESOURCE = factory(VALUE_LIMIT);

    private JsonText() {}

    private static JsonFactory factory(long tokens) {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH_LIMIT)
                        .maxStringLength(RESOURCE_LIMIT)
                        .maxNameLength(NAME_LIMIT)
                        .maxTokenCount(tokens)
                        .build())
                .build();
    }

    /** A parser of a whole file, which closes the text with itself. */
    static JsonParser stream(java.io.Reader text) {
        return STREAM.createParser(ObjectReadContext.empty(), text);
    }

    /** Makes the tree of a resource whose text this is. */
    static Part tree(String text, Place place) throws IOException {
        try (JsonParser parser = RESOURCE.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw stop(ProblemCode.KIND_DIFFERS, place, "A resource is an object; here stands another value.");
            }
            Part part = group(parser);
            if (parser.nextToken() != null) {
                throw stop(ProblemCode.NOT_WELL_FORMED, place, "Something follows the end of the resource.");
            }
            return part;
        } catch (JacksonException e) {
            throw translated(e, place);
        }
    }

    private static Part group(JsonParser parser) {
        Part group = Part.group();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                array(parser, group, name);
            } else {
                group.add(name, value(parser));
            }
        }
        return group;
    }

    private static void array(JsonParser parser, Part group, String name) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                array(parser, group, name);
            } else {
                group.add(name, value(parser));
            }
        }
    }

    private static Part value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> group(parser);
            case VALUE_NULL -> Part.of("");
            default -> Part.of(parser.getString());
        };
    }

    /** The object or array that begins here, as text of its own; a problem where it is larger than the limit. */
    static String copy(JsonParser parser, Place place) throws IOException {
        StringWriter text = new StringWriter();
        int open = 0;
        try (JsonGenerator copy = STREAM.createGenerator(ObjectWriteContext.empty(), text)) {
            do {
                JsonToken token = parser.currentToken();
                open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                event(parser, copy);
                if (text.getBuffer().length() > RESOURCE_LIMIT) {
                    throw stop(
                            ProblemCode.FIELD_TOO_LONG,
                            place,
                            String.format("The resource has more than %,d characters.", RESOURCE_LIMIT));
                }
            } while (open > 0 && parser.nextToken() != null);
        }
        return text.toString();
    }

    private static void event(JsonParser parser, JsonGenerator copy) {
        if (parser.currentToken().isNumeric()) {
            copy.writeNumber(parser.getString());
        } else {
            copy.copyCurrentEvent(parser);
        }
    }

    /** A text as JSON writes it. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        JsonStringEncoder.getInstance().quoteAsString(text, quoted);
        return quoted.append('"').toString();
    }

    static IOException translated(JacksonException e, Place place) {
        if (e instanceof JacksonIOException io) {
            return io.getCause();
        }
        TokenStreamLocation at = e.getLocation();
        long line = at == null ? place.line() : Math.max(0, place.line() - 1) + at.getLineNr();
        String where = "line " + line + (at == null ? "" : ", character " + at.getColumnNr());
        Place exact = new Place(place.member(), place.record(), line, place.row(), place.column());
        if (e instanceof UnexpectedEndOfInputException) {
            return stop(
                    ProblemCode.NOT_WELL_FORMED, exact, "The document ends at " + where + ", before it is complete.");
        }
        if (e instanceof StreamConstraintsException) {
            return stop(
                    ProblemCode.TOO_DEEP,
                    exact,
                    String.format(
                            "What stands near %s is more than %d levels deep, more than %,d values or more than %,d"
                                    + " characters.",
                            where, DEPTH_LIMIT, VALUE_LIMIT / 2, RESOURCE_LIMIT));
        }
        return stop(ProblemCode.NOT_WELL_FORMED, exact, "What stands just before " + where + " is no JSON.");
    }

    static UnreadableException stop(ProblemCode code, Place place, String fact) {
        return new UnreadableException(Problem.of(code, Level.HOLD_FILE, place, fact));
    }
}
