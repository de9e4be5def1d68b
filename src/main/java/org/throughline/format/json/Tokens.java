package org.throughline.format.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * The tokens of one document, strictly (RFC 8259). Whatever is wrong with it is told with line and column, and never in the
 * parser's words, which quote the document.
 */
final class Tokens implements Closeable {
    static final int DEPTH_LIMIT = 64;
    static final int FIELD_LIMIT = 1_000_000;
    static final int NAME_LIMIT = 1_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(FIELD_LIMIT)
                    .maxNumberLength(NAME_LIMIT)
                    .maxNameLength(NAME_LIMIT)
                    .build())
            .build();

    private final JsonParser parser;
    private final String member;
    private final long linesBefore;
    private int depth;

    private Tokens(JsonParser parser, String member, long linesBefore) {
        this.parser = parser;
        this.member = member;
        this.linesBefore = linesBefore;
    }

    /** The document that the text is; closing the tokens closes the text. */
    static Tokens of(Reader text, String member) {
        return new Tokens(FACTORY.createParser(ObjectReadContext.empty(), text), member, 0);
    }

    /** The document that a line is. */
    static Tokens of(String line, String member, long number) {
        return new Tokens(FACTORY.createParser(ObjectReadContext.empty(), line), member, number - 1);
    }

    /** The next token, {@code null} at the end. */
    JsonToken next() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                enter();
            } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                depth--;
            }
            return token;
        } catch (JacksonException e) {
            throw translated(e);
        }
    }

    private void enter() throws UnreadableException {
        depth++;
        if (depth > DEPTH_LIMIT) {
            throw stop(
                    ProblemCode.TOO_DEEP,
                    "Objects and arrays stand more than " + DEPTH_LIMIT + " deep in each other at "
                            + place(parser.currentTokenLocation()) + ".");
        }
    }

    JsonToken current() {
        return parser.currentToken();
    }

    String name() {
        return parser.currentName();
    }

    /** The text of a single value: of a number as it is written. */
    String text() throws IOException {
        try {
            return parser.getString();
        } catch (JacksonException e) {
            throw translated(e);
        }
    }

    /** Passes the object or array that begins here. */
    void skip() throws IOException {
        int outside = current().isStructStart() ? depth - 1 : depth;
        while (depth > outside) {
            next();
        }
    }

    /** Makes sure that nothing follows. */
    void end() throws IOException {
        if (next() != null) {
            throw stop(
                    ProblemCode.NOT_WELL_FORMED,
                    "Something follows the end of the document at " + place(parser.currentTokenLocation()) + ".");
        }
    }

    /** Physical line of the token. */
    long line() {
        return linesBefore + parser.currentTokenLocation().getLineNr();
    }

    UnreadableException stop(ProblemCode code, String fact) {
        return new UnreadableException(Problem.of(code, Level.HOLD_FILE, new Place(member, 0, line(), 0, ""), fact));
    }

    private IOException translated(JacksonException e) {
        if (e instanceof JacksonIOException io) {
            return io.getCause();
        }
        TokenStreamLocation at = parser.currentLocation();
        if (e instanceof UnexpectedEndOfInputException) {
            return broken(
                    ProblemCode.NOT_WELL_FORMED, at, "The document ends at " + place(at) + ", before it is complete.");
        }
        if (e instanceof StreamConstraintsException) {
            return broken(
                    ProblemCode.FIELD_TOO_LONG,
                    at,
                    String.format(
                            "The value at %s has more than %,d characters, or a name or a number more than %,d.",
                            place(at), FIELD_LIMIT, NAME_LIMIT));
        }
        return broken(ProblemCode.NOT_WELL_FORMED, at, "What stands just before " + place(at) + " is no JSON.");
    }

    private UnreadableException broken(ProblemCode code, TokenStreamLocation at, String fact) {
        Place place = new Place(member, 0, linesBefore + at.getLineNr(), 0, "");
        return new UnreadableException(Problem.of(code, Level.HOLD_FILE, place, fact));
    }

    private String place(TokenStreamLocation at) {
        return "line " + (linesBefore + at.getLineNr()) + ", character " + at.getColumnNr();
    }

    @Override
    public void close() throws IOException {
        try {
            parser.close();
        } catch (JacksonException e) {
            throw translated(e);
        }
    }
}
