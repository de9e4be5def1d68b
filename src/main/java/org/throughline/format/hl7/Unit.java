package org.throughline.format.hl7;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What follows next in a file of messages. */
sealed interface Unit {

    /** Physical line on which it begins, from 1. */
    long line();

    /**
     * A message as bytes, from its MSH segment on.
     *
     * @param segments its lines; only the first where the message is longer than the limit
     */
    record RawMessage(List<Lines.Line> segments, boolean tooLong) implements Unit {

        @Override
        public long line() {
            return segments.get(0).number();
        }

        /** The header, as far as ASCII goes. */
        String header() {
            return new String(segments.get(0).bytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** A header or trailer of a file or batch: FHS, BHS, BTS, FTS. */
    record Envelope(Lines.Line segment) implements Unit {

        @Override
        public long line() {
            return segment.number();
        }

        String name() {
            return text().substring(0, Segment.NAME);
        }

        String text() {
            return new String(segment.bytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Lines that belong to no message. */
    record Stray(long line) implements Unit {}
}
