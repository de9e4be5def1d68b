package org.throughline.format.hl7;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** Turns the bytes of a message into its segments, or says why they are none. */
final class MessageText {
    private static final int CHARACTER_SET = 18;
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9]{2}");
    private static final Pattern LATIN = Pattern.compile("8859/(1|2|3|4|5|6|7|8|9|15)");
    private static final Map<String, String> STATED = Map.of(
            "UNICODE UTF-8",
            "UTF-8",
            "UNICODE",
            "UTF-8",
            "UTF-8",
            "UTF-8",
            "UTF8",
            "UTF-8",
            "WINDOWS-1252",
            "windows-1252",
            "CP1252",
            "windows-1252");

    private final Unit.RawMessage raw;
    private final Hl7Setting setting;
    private final Place place;

    MessageText(Unit.RawMessage raw, Hl7Setting setting, Place place) {
        this.raw = raw;
        this.setting = setting;
        this.place = place;
    }

    /** What reading gives. */
    sealed interface Outcome {}

    /** The segments of a message. */
    record Segments(List<Segment> list, Escapes escapes) implements Outcome {}

    /** Why a message cannot be read. */
    record Broken(Problem problem) implements Outcome {}

    Outcome read() {
        Optional<Delimiters> delimiters = Delimiters.of(raw.header());
        if (delimiters.isEmpty()) {
            return broken(
                    ProblemCode.MESSAGE_HEADER,
                    "MSH-1 and MSH-2 do not name two to six different characters that divide the message.");
        }
        if (raw.tooLong()) {
            return broken(
                    ProblemCode.MESSAGE_TOO_LONG,
                    String.format(
                            Locale.ROOT,
                            "The message is longer than %,d bytes or has more than 100,000 segments.",
                            setting.longestMessage()));
        }
        return charsets(delimiters.get())
                .map(candidates -> decode(delimiters.get(), candidates))
                .orElseGet(() ->
                        broken(ProblemCode.UNDECODABLE, "MSH-18 states an encoding that is not agreed for this feed."));
    }

    /** The encodings to try; empty where the message states one that is not agreed. */
    private Optional<List<Charset>> charsets(Delimiters delimiters) {
        String field = Parts.part(raw.header(), delimiters.field(), CHARACTER_SET);
        String stated = Parts.part(field, delimiters.repetition(), 1).strip().toUpperCase(Locale.ROOT);
        if (stated.isEmpty() || stated.equals("ASCII") || stated.equals("\"\"")) {
            return Optional.of(setting.encodings());
        }
        String name = LATIN.matcher(stated).matches()
                ? stated.replace("8859/", "ISO-8859-")
                : STATED.getOrDefault(stated, stated);
        return setting.encodings().stream()
                .filter(agreed -> agreed.name().equalsIgnoreCase(name)
                        || agreed.aliases().stream().anyMatch(alias -> alias.equalsIgnoreCase(name)))
                .findFirst()
                .map(List::of);
    }

    private Outcome decode(Delimiters delimiters, List<Charset> candidates) {
        for (Charset candidate : candidates) {
            Optional<List<Segment>> decoded = decode(delimiters, candidate);
            if (decoded.isPresent()) {
                return checked(decoded.get(), new Escapes(delimiters, candidate));
            }
        }
        return broken(ProblemCode.UNDECODABLE, "The message does not decode in an encoding that is agreed.");
    }

    private Optional<List<Segment>> decode(Delimiters delimiters, Charset charset) {
        List<Segment> segments = new ArrayList<>(raw.segments().size());
        try {
            for (Lines.Line line : raw.segments()) {
                String text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(line.bytes()))
                        .toString();
                segments.add(new Segment(text, line.number(), delimiters));
            }
        } catch (CharacterCodingException notThisOne) {
            return Optional.empty();
        }
        return Optional.of(segments);
    }

    private Outcome checked(List<Segment> segments, Escapes escapes) {
        for (Segment segment : segments) {
            Optional<Problem> problem = check(segment);
            if (problem.isPresent()) {
                return new Broken(problem.get());
            }
        }
        return new Segments(segments, escapes);
    }

    private Optional<Problem> check(Segment segment) {
        Place at = new Place(place.member(), place.record(), segment.line(), segment.line(), "");
        String text = segment.text();
        if (!named(segment)) {
            return Optional.of(Problem.of(
                    ProblemCode.SEGMENT_BROKEN, at, "The line does not begin with a segment's name and MSH-1."));
        }
        if (text.chars().anyMatch(MessageText::control)) {
            return Optional.of(Problem.of(
                    ProblemCode.CONTROL_CHARACTER,
                    at,
                    "A control character stands in segment " + segment.name() + "."));
        }
        if (Widths.beyond(segment)) {
            return Optional.of(Problem.of(
                    ProblemCode.SEGMENT_BROKEN,
                    at,
                    "Segment " + segment.name() + " has more than " + FieldAddress.MOST
                            + " fields, or a field more than that many parts."));
        }
        return Optional.empty();
    }

    private static boolean named(Segment segment) {
        String text = segment.text();
        return text.length() >= Segment.NAME
                && NAME.matcher(segment.name()).matches()
                && (text.length() == Segment.NAME
                        || text.charAt(Segment.NAME) == segment.delimiters().field());
    }

    static boolean control(int character) {
        return character < ' ' && character != '\t' || character == 0x7F;
    }

    private Outcome broken(ProblemCode code, String fact) {
        return new Broken(Problem.of(code, place, fact));
    }
}
