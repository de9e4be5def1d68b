package org.throughline.route;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of an HL7 message (MSH), as far as an acknowledgement needs it. Its text is the message's own bytes, one
 * character each, so that they go back as they came.
 *
 * @param text the segment without its end
 */
record MessageHeader(String text) {
    static final int SENDING_APPLICATION = 3;
    static final int SENDING_FACILITY = 4;
    static final int RECEIVING_APPLICATION = 5;
    static final int RECEIVING_FACILITY = 6;
    static final int TYPE = 9;
    static final int CONTROL_ID = 10;
    static final int PROCESSING_ID = 11;
    static final int VERSION = 12;
    static final int ACCEPT_WISH = 15;
    static final int APPLICATION_WISH = 16;
    static final int CHARACTER_SET = 18;

    private static final Pattern START =
            Pattern.compile("(?:^|[\\r\\n])(?:\\u00EF\\u00BB\\u00BF)?(MSH[!-/:-@\\[-`{-~][^\\r\\n]*)");
    private static final int NAME = 3;

    /** The first header among these bytes, if there is one. */
    static Optional<MessageHeader> of(byte[] start) {
        Matcher found = START.matcher(new String(start, StandardCharsets.ISO_8859_1));
        return found.find() ? Optional.of(new MessageHeader(found.group(1))) : Optional.empty();
    }

    /** MSH-1. */
    char separator() {
        return text.charAt(NAME);
    }

    /** A field as it stands, from MSH-2 on; empty text where there is none. */
    String field(int number) {
        String[] fields = text.split(Pattern.quote(String.valueOf(separator())), -1);
        return number <= fields.length ? fields[number - 1] : "";
    }

    /** A component of a field. */
    String component(int field, int number) {
        String named = field(2);
        if (named.isEmpty()) {
            return number == 1 ? field(field) : "";
        }
        String[] components = field(field).split(Pattern.quote(named.substring(0, 1)), -1);
        return number <= components.length ? components[number - 1] : "";
    }

    /** Names no field: senders write all sorts of things into them. */
    @Override
    public String toString() {
        return "MessageHeader[" + text.length() + " characters]";
    }
}
