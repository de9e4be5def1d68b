package org.throughline.route;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.intake.Delivery;
import org.throughline.intake.FeedId;
import org.throughline.intake.Receipt;
import org.throughline.problem.ProblemCode;
import org.throughline.problem.RefusedException;

/** Takes the messages of one channel in, and answers them: a message is kept before it is acknowledged. */
public final class MllpDesk implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(MllpDesk.class);
    private static final int NAME_LENGTH = 24;
    private static final long QUIET = TimeUnit.MINUTES.toNanos(1);

    private final String channel;
    private final FeedId feed;
    private final List<String> processing;
    private final Ports ports;
    private final Answer answer;
    private final Map<String, Long> told = new HashMap<>();

    /**
     * A desk.
     *
     * @param channel name of the channel
     * @param terms what is agreed with the sender
     */
    MllpDesk(String channel, FeedId feed, Terms terms, Ports ports) {
        this.channel = channel;
        this.feed = feed;
        this.processing = terms.processing();
        this.ports = ports;
        this.answer = new Answer(terms.answersAlways(), ports.clock());
    }

    /**
     * What is agreed with a sender of messages.
     *
     * @param processing the processing ids taken (HL7 table 0103)
     * @param answersAlways true where a message is also answered that asks for no answer
     */
    record Terms(List<String> processing, boolean answersAlways) {

        /** Production alone, unless the channel says otherwise: other messages are trials of the sender. */
        static Terms of(Map<String, String> parameters) {
            String processing = parameters.getOrDefault("processing", "P").strip();
            return new Terms(
                    Arrays.asList(processing.split("\\s*,\\s*")),
                    !parameters.getOrDefault("answers", "always").equals("asked"));
        }
    }

    /**
     * What a desk works with.
     *
     * @param arrivals takes a message in and says what became of it
     * @param events hears of what could not be taken
     */
    record Ports(
            Spool spool, Function<Delivery, Receipt> arrivals, BiConsumer<ProblemCode, String> events, Clock clock) {}

    /** A file for a message that is being read. */
    Path file() {
        return ports.spool().create();
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        byte[] start = exchange.getIn().getBody(byte[].class);
        Path file = exchange.getIn().getHeader(MllpConsumer.FILE, Path.class);
        exchange.getMessage().setBody(answer(file, start).orElse(null));
    }

    private Optional<byte[]> answer(Path file, byte[] start) throws IOException {
        Optional<MessageHeader> header = MessageHeader.of(start);
        if (header.isEmpty()) {
            tell(ProblemCode.MESSAGE_HEADER, "a message has no MSH segment");
            return Optional.of(answer.toNoMessage());
        }
        return answer.to(header.get(), verdict(file, header.get()));
    }

    private Verdict verdict(Path file, MessageHeader header) throws IOException {
        String id = header.component(MessageHeader.PROCESSING_ID, 1);
        if (!id.isEmpty() && !processing.contains(id)) {
            tell(ProblemCode.MESSAGE_HEADER, "a message has a processing id (MSH-11) that the channel does not take");
            return Verdict.refused(AnswerCode.PROCESSING_ID, "The processing id is not taken here; nothing was kept.");
        }
        Delivery delivery = new Delivery(feed, file, name(file), Optional.empty());
        try {
            return Verdict.of(ports.arrivals().apply(delivery), header);
        } catch (RefusedException stopped) {
            tell(ProblemCode.ARRIVAL_FAILED, "a message was refused because its feed is stopped");
            return Verdict.refused(AnswerCode.INTERNAL, "The feed is stopped. Send the message again later.");
        } catch (RuntimeException ours) {
            LOG.error("Channel {} could not take a message in.", channel, ours);
            tell(ProblemCode.ARRIVAL_FAILED, "a message could not be taken in");
            return later();
        }
    }

    private static Verdict later() {
        return Verdict.refused(AnswerCode.INTERNAL, "The hub cannot take the message now. Send it again later.");
    }

    /** A name without anything of the sender's in it: equal messages have equal names. */
    private String name(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (DigestInputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            bytes.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return "mllp-" + channel + "-"
                + HexFormat.of().formatHex(digest.digest()).substring(0, NAME_LENGTH) + ".hl7";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The answer where the route itself failed. */
    Optional<byte[]> failed(byte[] start) {
        tell(ProblemCode.ARRIVAL_FAILED, "a message could not be taken in");
        return MessageHeader.of(start).flatMap(header -> answer.to(header, later()));
    }

    /** The answer to a message that is longer than the channel takes. */
    Optional<byte[]> tooLong(byte[] start) {
        Verdict verdict =
                Verdict.refused(AnswerCode.INTERNAL, "The message is longer than the channel takes; nothing was kept.");
        return MessageHeader.of(start).flatMap(header -> answer.to(header, verdict));
    }

    /** A connection was given up. */
    void gaveUp(ProblemCode code, String fact) {
        tell(code, fact + "; the connection was closed and nothing of it kept");
    }

    /** The same fact once a minute at most: a stranger must not fill the hub's books. */
    private synchronized void tell(ProblemCode code, String fact) {
        long now = System.nanoTime();
        told.values().removeIf(at -> now - at > QUIET);
        if (told.putIfAbsent(fact, now) == null) {
            ports.events().accept(code, "On channel " + channel + " of " + feed.sender() + ", " + fact + ".");
        }
    }
}
