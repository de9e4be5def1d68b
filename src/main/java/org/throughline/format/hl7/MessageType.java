package org.throughline.format.hl7;

import java.util.Optional;
import java.util.regex.Pattern;

/** Type and event of a message as MSH-9 states them: {@code ADT^A01}, or {@code ACK} alone. */
final class MessageType {
    private static final int FIELD = 9;
    private static final Pattern FORM = Pattern.compile("[A-Z]{3}(\\^[A-Z][A-Z0-9]{2})?");

    private MessageType() {}

    /** True of a text that is a type, or a type and an event. */
    static boolean valid(String text) {
        return FORM.matcher(text).matches();
    }

    /** Reads it from the text of an MSH segment; empty where it is none. */
    static Optional<String> of(String header) {
        return Delimiters.of(header)
                .map(delimiters -> of(Parts.part(header, delimiters.field(), FIELD), delimiters))
                .filter(MessageType::valid);
    }

    private static String of(String field, Delimiters delimiters) {
        String type = Parts.part(field, delimiters.component(), 1).strip();
        String event = Parts.part(field, delimiters.component(), 2).strip();
        return event.isEmpty() ? type : type + "^" + event;
    }
}
