package org.throughline.format.hl7;

import java.util.Set;

/**
 * One segment of a message. Its fields are found when they are asked for.
 *
 * @param line physical line on which it stands, from 1
 */
record Segment(String text, long line, Delimiters delimiters) {
    static final int NAME = 3;

    private static final String HEADER = "MSH";
    /** Segments that say what they are in their third field; all others say it in their first. */
    private static final Set<String> CODE_THIRD = Set.of("OBX", "ROL");

    /** True where it has this name. */
    boolean is(String name) {
        return text.startsWith(name);
    }

    String name() {
        return text.substring(0, NAME);
    }

    /** The raw text of a field. MSH-1 is the field separator itself. */
    String field(int number) {
        if (!is(HEADER)) {
            return Parts.part(text, delimiters.field(), number + 1);
        }
        return number == 1 ? String.valueOf(delimiters.field()) : Parts.part(text, delimiters.field(), number);
    }

    /** True of MSH-1 and MSH-2, which are delimiters and not divided by them. */
    boolean verbatim(int number) {
        return is(HEADER) && number <= 2;
    }

    /** Number of its last field. */
    int fields() {
        return Parts.count(text, delimiters.field()) - (is(HEADER) ? 0 : 1);
    }

    /** What the segment is about: the role of a provider (PRD-1), the item observed (OBX-3). */
    String code() {
        return Parts.part(field(CODE_THIRD.contains(name()) ? 3 : 1), delimiters.component(), 1);
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "Segment[" + name() + ", line " + line + "]";
    }
}
