package org.throughline.format.hl7;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What is agreed with a sender of HL7 messages.
 *
 * @param encodings the encodings agreed; a message that states none in MSH-18 is read in the first under which it decodes
 * @param longestMessage most bytes of one message
 */
public record Hl7Setting(List<Charset> encodings, int longestMessage) {
    /** 16 million bytes. */
    public static final int USUAL_LENGTH = 16_000_000;

    public Hl7Setting {
        encodings = encodings.isEmpty() ? List.of(StandardCharsets.UTF_8) : List.copyOf(encodings);
    }

    /** UTF-8 and messages of usual length. */
    public static Hl7Setting usual() {
        return new Hl7Setting(List.of(), USUAL_LENGTH);
    }
}
