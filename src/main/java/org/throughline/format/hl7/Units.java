package org.throughline.format.hl7;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.throughline.format.ByteSource;

/** Divides a file into messages, envelopes and what stands outside of both, one after the other. */
final class Units implements Closeable {
    private static final int MOST_SEGMENTS = 100_000;
    private static final Set<String> OPENING = Set.of("FHS", "BHS");
    private static final Set<String> CLOSING = Set.of("BTS", "FTS");

    private final Lines lines;
    private final int longestMessage;
    private Lines.Line ahead;

    private Units(Lines lines, int longestMessage) {
        this.lines = lines;
        this.longestMessage = longestMessage;
    }

    static Units open(ByteSource source, Hl7Setting setting) throws IOException {
        return new Units(new Lines(source.open(), setting.longestMessage()), setting.longestMessage());
    }

    /** The next unit, or empty at the end of the file. */
    Optional<Unit> next() throws IOException {
        Lines.Line line = take();
        while (line != null && line.blank()) {
            line = take();
        }
        if (line == null) {
            return Optional.empty();
        }
        if (header(line)) {
            return Optional.of(message(line));
        }
        return Optional.of(envelope(line) ? new Unit.Envelope(line) : stray(line));
    }

    private Unit message(Lines.Line header) throws IOException {
        List<Lines.Line> segments = new ArrayList<>(List.of(header));
        long length = header.length();
        boolean tooLong = length > longestMessage;
        Lines.Line last = header;
        while (!last.endsFrame()) {
            Lines.Line line = take();
            if (line == null || begins(line)) {
                ahead = line;
                break;
            }
            last = line;
            length += line.length() + 1;
            if (!tooLong && !line.blank()) {
                segments.add(line);
            }
            tooLong |= length > longestMessage || segments.size() > MOST_SEGMENTS;
            if (tooLong) {
                segments.subList(1, segments.size()).clear();
            }
        }
        return new Unit.RawMessage(segments, tooLong);
    }

    private Unit stray(Lines.Line first) throws IOException {
        Lines.Line line = take();
        while (line != null && !begins(line)) {
            line = take();
        }
        ahead = line;
        return new Unit.Stray(first.number());
    }

    private Lines.Line take() throws IOException {
        Lines.Line line = ahead == null ? lines.next() : ahead;
        ahead = null;
        return line;
    }

    private static boolean begins(Lines.Line line) {
        return header(line) || envelope(line);
    }

    private static boolean header(Lines.Line line) {
        return name(line).equals("MSH") && divided(line);
    }

    private static boolean envelope(Lines.Line line) {
        String name = name(line);
        return OPENING.contains(name) && divided(line)
                || CLOSING.contains(name) && (line.length() == Segment.NAME || divided(line));
    }

    private static String name(Lines.Line line) {
        return line.bytes().length < Segment.NAME
                ? ""
                : new String(line.bytes(), 0, Segment.NAME, StandardCharsets.ISO_8859_1);
    }

    private static boolean divided(Lines.Line line) {
        return line.bytes().length > Segment.NAME && Delimiters.divides(line.bytes()[Segment.NAME]);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
