package org.throughline.route;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Writes acknowledgements: sender and receiver change places, the message is named by its own control id (HL7 v2.5.1, 2.9). */
final class Answer {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
    private static final String USUAL = "^~\\&";
    private static final Pattern OLD_VERSION = Pattern.compile("2\\.[0-4](\\..*)?");
    private static final int RADIX = 36;

    private final boolean always;
    private final Clock clock;
    private final AtomicLong count = new AtomicLong();

    /**
     * Answers.
     *
     * @param always true where a message is also answered that asks for no answer
     */
    Answer(boolean always, Clock clock) {
        this.always = always;
        this.clock = clock;
    }

    /**
     * The acknowledgement of a message; empty where it wants none for this verdict and gets none. A message that states in
     * MSH-15 or MSH-16 when it wants an answer gets the one of MSH-16 if it is due, else that of MSH-15.
     */
    Optional<byte[]> to(MessageHeader header, Verdict verdict) {
        String accept = header.field(MessageHeader.ACCEPT_WISH);
        String application = header.field(MessageHeader.APPLICATION_WISH);
        boolean original = accept.isEmpty() && application.isEmpty();
        if (!original && !due(application, verdict) && due(accept, verdict)) {
            return Optional.of(bytes(header, "C" + verdict.letter(), verdict));
        }
        return original || always || due(application, verdict)
                ? Optional.of(bytes(header, "A" + verdict.letter(), verdict))
                : Optional.empty();
    }

    /** The refusal of something that is no message: it names none. */
    byte[] toNoMessage() {
        Verdict verdict = Verdict.refused(AnswerCode.SEGMENT_SEQUENCE, "What was sent has no MSH segment.");
        return bytes(new MessageHeader("MSH|^~\\&|||||||||P|2.5.1"), "AR", verdict);
    }

    private static boolean due(String wish, Verdict verdict) {
        return switch (wish) {
            case "AL" -> true;
            case "ER" -> !verdict.accepted();
            case "SU" -> verdict.accepted();
            default -> false;
        };
    }

    private byte[] bytes(MessageHeader header, String code, Verdict verdict) {
        Written written = new Written(header);
        written.segment(
                "MSH" + written.field + written.named,
                header.field(MessageHeader.RECEIVING_APPLICATION),
                header.field(MessageHeader.RECEIVING_FACILITY),
                header.field(MessageHeader.SENDING_APPLICATION),
                header.field(MessageHeader.SENDING_FACILITY),
                TIME.format(clock.instant().atOffset(ZoneOffset.UTC)) + "+0000",
                "",
                written.components("ACK", header.component(MessageHeader.TYPE, 2), "ACK"),
                controlId(),
                header.field(MessageHeader.PROCESSING_ID),
                header.field(MessageHeader.VERSION),
                "",
                "",
                "",
                "",
                "",
                header.field(MessageHeader.CHARACTER_SET));
        String reason = verdict.findings().isEmpty()
                ? ""
                : written.text(verdict.findings().get(0).text());
        written.segment("MSA", code, header.field(MessageHeader.CONTROL_ID), reason);
        verdict.findings().forEach(finding -> written.error(finding, header));
        return written.text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private String controlId() {
        long number = count.incrementAndGet() % ((long) RADIX * RADIX);
        return "TL" + Long.toString(clock.millis(), RADIX) + "-" + Long.toString(number, RADIX);
    }

    /** Segments in the delimiters of the message that is answered. */
    private static final class Written {
        private final StringBuilder text = new StringBuilder();
        private final char field;
        private final String named;

        Written(MessageHeader header) {
            String own = header.field(2);
            this.named = own.matches("[!-/:-@\\[-`{-~]{3,5}") ? own : USUAL;
            this.field = header.separator();
        }

        void segment(String name, String... fields) {
            text.append(name);
            StringBuilder empty = new StringBuilder();
            for (String value : fields) {
                empty.append(field);
                if (!value.isEmpty()) {
                    text.append(empty).append(value);
                    empty.setLength(0);
                }
            }
            text.append('\r');
        }

        /** Before version 2.5 an ERR segment has its first field only. */
        void error(Verdict.Finding finding, MessageHeader header) {
            String number = Integer.toString(finding.code().number());
            String words = finding.code().words();
            if (OLD_VERSION.matcher(header.component(MessageHeader.VERSION, 1)).matches()) {
                char part = named.length() > 3 ? named.charAt(3) : '&';
                segment("ERR", components("", "", "", number + part + words + part + "HL70357"));
                return;
            }
            segment(
                    "ERR",
                    "",
                    "",
                    components(number, words, "HL70357"),
                    String.valueOf(finding.severity()),
                    "",
                    "",
                    "",
                    text(finding.text()));
        }

        String components(String... values) {
            return String.join(named.substring(0, 1), values);
        }

        /** Text of our own, with the message's delimiters escaped, in ASCII. */
        String text(String words) {
            StringBuilder escaped = new StringBuilder();
            for (char one : words.toCharArray()) {
                int delimiter = one == field ? 0 : named.indexOf(one) + 1;
                if (one == field || delimiter > 0 && delimiter <= "SRET".length()) {
                    char escape = named.charAt(2);
                    escaped.append(escape).append("FSRET".charAt(delimiter)).append(escape);
                } else {
                    escaped.append(one < ' ' ? ' ' : one > '~' ? '?' : one);
                }
            }
            return escaped.toString();
        }
    }
}
