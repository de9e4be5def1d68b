package org.throughline.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.intake.Counts;
import org.throughline.intake.Delivery;
import org.throughline.intake.ProblemReport;
import org.throughline.intake.Receipt;
import org.throughline.intake.SubmissionStatus;
import org.throughline.problem.RefusedException;

/** Peers by plain sockets, good and bad ones. Intake is replaced by what a test wants it to say. */
final class MllpListenIT {
    private static final String MESSAGE =
            "MSH|^~\\&|HIS|EAST|HUB|STATE|20261006||ADT^A01^ADT_A01|C1|P|2.5.1\rPID|1||A1\r";

    @TempDir
    private Path folder;

    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private Receipt receipt = receipt(SubmissionStatus.LOADED, new Counts(1, 0, 0, 0, 0));
    private MllpScene scene;

    @BeforeEach
    void listen() {
        scene = new MllpScene(
                folder,
                Map.of("longestMessage", "100000", "messageSeconds", "1", "idleSeconds", "2", "connections", "3"),
                this::take);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Receipt take(Delivery delivery) {
        try {
            taken.add(delivery.fileName() + " " + Files.size(delivery.file()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return receipt;
    }

    private static Receipt receipt(SubmissionStatus status, Counts counts, ProblemReport... problems) {
        return new Receipt(
                7,
                new org.throughline.intake.FeedId("hospital", "adt"),
                "file",
                "sha",
                Instant.EPOCH,
                status,
                Optional.empty(),
                Optional.empty(),
                counts,
                0,
                List.of(),
                Arrays.asList(problems),
                List.of(),
                java.util.Map.of());
    }

    private static ProblemReport problem(String code) {
        return new ProblemReport(code, "hold_row", 1, "Something & more is wrong.", "Mend it.", List.of());
    }

    @Test
    void acknowledgesMessageThatWasTakenIn() throws IOException {
        String answer = scene.sends(MESSAGE);

        assertThat(answer.lines().map(line -> line.replaceAll("TL\\w+-\\w+", "OWN")))
                .containsExactly(
                        "MSH|^~\\&|HUB|STATE|HIS|EAST|20261006220000+0000||ACK^A01^ACK|OWN|P|2.5.1", "MSA|AA|C1");
        assertThat(taken).singleElement().asString().matches("mllp-adt-[0-9a-f]{24}\\.hl7 75");
    }

    @Test
    void givesReasonWhereSomethingIsHeld() throws IOException {
        receipt = receipt(SubmissionStatus.LOADED, new Counts(0, 0, 1, 0, 0), problem("FIELD_MISSING"));

        assertThat(scene.sends(MESSAGE).lines().skip(1))
                .containsExactly(
                        "MSA|AE|C1|Something \\T\\ more is wrong. Mend it.",
                        "ERR|||101^Required field missing^HL70357|E||||Something \\T\\ more is wrong. Mend it.");
    }

    @Test
    void givesReasonInTheFormOfOlderVersions() throws IOException {
        receipt = receipt(SubmissionStatus.HELD, Counts.NONE, problem("COLUMN_NEW"));

        assertThat(scene.sends(MESSAGE.replace("2.5.1", "2.3")).lines().skip(2))
                .containsExactly("ERR|^^^207&Application internal error&HL70357");
    }

    @Test
    void answersInTheDelimitersOfTheMessage() throws IOException {
        receipt = receipt(SubmissionStatus.LOADED, new Counts(0, 0, 1, 0, 0), problem("KIND_NEW"));
        String message = "MSH#*~\\&#HIS#EAST#HUB#STATE#20261006##ORU*R01#C1#P#2.5.1\r";

        assertThat(scene.sends(message).lines().skip(1).map(line -> line.substring(0, 8)))
                .containsExactly("MSA#AR#C", "ERR###20");
    }

    @ParameterizedTest
    @CsvSource({"AL, AL, AA", "AL, NE, CA", "NE, AL, AA", "NE, ER, ''", "NE, SU, AA", "ER, ER, ''", "AL, ER, CA"})
    void answersAsTheMessageAsks(String accept, String application, String expected) throws IOException {
        scene.close();
        scene = new MllpScene(folder, Map.of("answers", "asked"), this::take);
        String message = MESSAGE.replace("2.5.1\r", "2.5.1|||" + accept + "|" + application + "\r");
        try (MllpScene.Peer peer = scene.peer()) {
            peer.writes(("\u000B" + message + "\u001C\r").getBytes(UTF_8));
            String first = expected.isEmpty() ? peer.sends(MESSAGE.replace("|C1|", "|C2|")) : peer.answer();

            assertThat(first).contains(expected.isEmpty() ? "MSA|AA|C2" : "MSA|" + expected + "|C1");
        }
    }

    @Test
    void answersMessageThatAsksForNoneAllTheSame() throws IOException {
        assertThat(scene.sends(MESSAGE.replace("2.5.1\r", "2.5.1|||NE|NE\r"))).contains("MSA|AA|C1");
    }

    @Test
    void refusesTrialsOfTheSenderOnChannelOfProduction() throws Exception {
        scene.close();
        scene = new MllpScene(folder, Map.of("processing", "P"), this::take);

        assertThat(scene.sends(MESSAGE.replace("|P|", "|T|"))).contains("MSA|AR|C1|", "ERR|||202^");
        assertThat(taken).isEmpty();
        assertThat(scene.event())
                .startsWith("MESSAGE_HEADER: On channel adt of hospital, a message has a processing id");
    }

    @Test
    void answersMessagesOfOneConnectionInOrderEvenWhenTheyComeAtOnce() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int number = 1; number <= 20; number++) {
            all.append('\u000B')
                    .append(MESSAGE.replace("|C1|", "|N" + number + "|"))
                    .append("\u001C\r");
        }
        try (MllpScene.Peer peer = scene.peer()) {
            peer.writes(all.toString().getBytes(UTF_8));
            for (int number = 1; number <= 20; number++) {
                assertThat(peer.answer()).contains("MSA|AA|N" + number + "\n");
            }
        }
    }

    @Test
    void refusesWhatHasNoHeaderAndGoesOnWithTheConnection() throws Exception {
        try (MllpScene.Peer peer = scene.peer()) {
            assertThat(peer.sends("PID|1||A1\r")).contains("MSA|AR||What was sent has no MSH segment.");
            assertThat(peer.sends(MESSAGE)).contains("MSA|AA|C1");
        }
        assertThat(taken).hasSize(1);
        assertThat(scene.event())
                .isEqualTo("MESSAGE_HEADER: On channel adt of hospital, a message has no MSH segment.");
    }

    @Test
    void refusesForAnotherTimeWhatTheHubCannotTake() throws Exception {
        receipt = null;
        scene.close();
        scene = new MllpScene(folder, Map.of(), delivery -> {
            throw new RefusedException("stopped");
        });

        assertThat(scene.sends(MESSAGE)).contains("MSA|AR|C1|The feed is stopped.", "ERR|||207^");
        assertThat(scene.event()).startsWith("ARRIVAL_FAILED: On channel adt of hospital, a message was refused");
    }

    @Test
    void saysNothingOfItsOwnFailure() throws Exception {
        scene.close();
        scene = new MllpScene(folder, Map.of(), delivery -> {
            throw new IllegalStateException("inner workings");
        });

        assertThat(scene.sends(MESSAGE))
                .contains("MSA|AR|C1|The hub cannot take the message now.")
                .doesNotContain("inner", "Exception");
    }

    @Test
    void givesUpMessageWithoutEnd() throws Exception {
        try (MllpScene.Peer peer = scene.peer()) {
            peer.writes(("\u000B" + MESSAGE).getBytes(UTF_8));

            assertThat(peer.answer()).isEmpty();
        }
        assertThatListenerTold("a message is not ended within 1 seconds");
    }

    @Test
    void givesUpPeerThatSendsByteAfterByte() throws Exception {
        try (MllpScene.Peer peer = scene.peer()) {
            peer.writes(new byte[] {0x0B});
            dribble(peer);
        }
        assertThatListenerTold("a message is not ended within 1 seconds");
    }

    /** Until the listener has had enough. */
    private static void dribble(MllpScene.Peer peer) throws InterruptedException {
        Object never = new Object();
        try {
            while (true) {
                peer.writes(new byte[] {'x'});
                synchronized (never) {
                    never.wait(20);
                }
            }
        } catch (IOException closed) {
            assertThat(closed).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void givesUpMessageThatIsTooLong() throws Exception {
        byte[] chunk = new byte[64_000];
        Arrays.fill(chunk, (byte) 'x');
        try (MllpScene.Peer peer = scene.peer()) {
            peer.writes(("\u000B" + MESSAGE).getBytes(UTF_8));
            for (int sent = 0; sent < 200_000_000; sent += chunk.length) {
                peer.writes(chunk);
            }
        } catch (SocketException closed) {
            // The listener stops reading.
        }
        assertThat(scene.event())
                .isEqualTo("MESSAGE_TOO_LONG: On channel adt of hospital, a message is longer than 100,000 bytes;"
                        + " the connection was closed and nothing of it kept.");
        assertThat(scene.sends(MESSAGE)).contains("MSA|AA|C1");
        assertThat(taken).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET / HTTP/1.1, bytes stand outside of the frame of a message",
        "'\u000BMSH|^~\\&|\u000B', a message begins inside another",
    })
    void givesUpGarbage(String garbage, String fact) throws Exception {
        try (MllpScene.Peer peer = scene.peer()) {
            peer.writes(garbage.getBytes(UTF_8));

            assertThat(peer.answer()).isEmpty();
        }
        assertThatListenerTold(fact);
    }

    @Test
    void givesUpConnectionThatEndsInsideMessage() throws Exception {
        try (MllpScene.Peer peer = scene.peer()) {
            peer.writes(("\u000B" + MESSAGE).getBytes(UTF_8));
            peer.endsSending();

            assertThat(peer.answer()).isEmpty();
        }
        assertThatListenerTold("the connection ends inside of a message");
    }

    /** One hangs within a message and another one sends garbage: nobody else's message waits or is lost. */
    @Test
    void acknowledgesOthersWhileOneHangsAndOneSendsGarbage() throws Exception {
        try (MllpScene.Peer hanging = scene.peer();
                MllpScene.Peer other = scene.peer()) {
            hanging.writes(("\u000B" + MESSAGE).getBytes(UTF_8));
            for (int number = 1; number <= 20; number++) {
                String key = "M" + number;
                if (number == 10) {
                    try (MllpScene.Peer garbage = scene.peer()) {
                        garbage.writes("\u0001\u0002 no frame at all".getBytes(UTF_8));
                        assertThat(garbage.answer()).isEmpty();
                    }
                }
                assertThat(other.sends(MESSAGE.replace("|C1|", "|" + key + "|")))
                        .contains("MSA|AA|" + key);
            }
            assertThat(hanging.answer()).isEmpty();
        }
        assertThat(taken).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void closesSilentConnectionWithoutAnEvent() throws Exception {
        try (MllpScene.Peer peer = scene.peer()) {
            assertThat(peer.answer()).isEmpty();
        }
        assertThat(scene.eventsSoFar()).isEmpty();
    }

    @Test
    void refusesMoreConnectionsThanAgreed() throws Exception {
        try (MllpScene.Peer one = scene.peer();
                MllpScene.Peer two = scene.peer();
                MllpScene.Peer three = scene.peer()) {
            for (MllpScene.Peer peer : List.of(one, two, three)) {
                assertThat(peer.sends(MESSAGE)).contains("MSA|AA|C1");
            }
            try (MllpScene.Peer four = scene.peer()) {
                assertThat(four.answer()).isEmpty();
            }
        }
        assertThat(scene.event()).contains("there are 3 connections already");
    }

    private void assertThatListenerTold(String fact) throws Exception {
        assertThat(scene.event())
                .isEqualTo("MLLP_FRAME: On channel adt of hospital, " + fact
                        + "; the connection was closed and nothing of it kept.");
        assertThat(taken).isEmpty();
        try (Stream<Path> spool = Files.list(folder.resolve("spool"))) {
            assertThat(spool).isEmpty();
        }
        assertThat(scene.sends(MESSAGE)).contains("MSA|AA|C1");
    }
}
