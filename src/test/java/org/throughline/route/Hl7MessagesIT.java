package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.acceptance.Beliefs;
import org.throughline.intake.FeedId;
import org.throughline.intake.Progress;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.PublicData;
import org.throughline.testing.TestDatabase;

/** All public files of HL7 messages, each sent as it is: over one connection, over many, and all of them again. */
final class Hl7MessagesIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final Pattern HEADER =
            Pattern.compile("(?:^|[\r\n])(?:\u00EF\u00BB\u00BF)?MSH([|^#])([^A-Za-z0-9]+)");
    private static final Pattern CODE = Pattern.compile("(?m)^MSA.([AC][AER])");
    private static final int MANY = 6;

    @TempDir
    static Path home;

    private static List<Path> files;
    private static IntakeScene scene;
    private static MllpScene listener;
    private static Beliefs one;
    private static Map<Path, String> first;

    @BeforeAll
    static void send() throws Exception {
        files = files();
        scene = new IntakeScene(POSTGRES, home);
        one = Beliefs.ofNewSender(scene, "one", "hl7-hospital");
        listener = listening();
        first = overOne();
        note(first);
    }

    @AfterAll
    static void close() {
        Optional.ofNullable(listener).ifPresent(MllpScene::close);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(PublicData.at("hl7"))) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static MllpScene listening() {
        return new MllpScene(
                home,
                FeedId.parse(one.feed()),
                Map.of(),
                delivery -> scene.intake().submit(delivery, Progress.SILENT));
    }

    private static Map<Path, String> overOne() throws IOException {
        Map<Path, String> answers = new TreeMap<>();
        try (MllpScene.Peer peer = listener.peer()) {
            for (Path file : files) {
                answers.put(file, peer.sends(Files.readAllBytes(file)));
            }
        }
        return answers;
    }

    private static Map<Path, String> overMany() throws Exception {
        Map<Path, String> answers = new ConcurrentSkipListMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(MANY);
        try {
            List<Future<?>> senders = new ArrayList<>();
            for (Path file : files) {
                senders.add(threads.submit(() -> answers.put(file, alone(file))));
            }
            for (Future<?> sender : senders) {
                sender.get();
            }
        } finally {
            threads.shutdown();
        }
        return answers;
    }

    private static String alone(Path file) {
        try (MllpScene.Peer peer = listener.peer()) {
            return peer.sends(Files.readAllBytes(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Counts by code and type, and the reasons of what is held, for whoever wants to know. */
    private static void note(Map<Path, String> answers) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        answers.forEach((file, answer) -> counts.merge(code(answer) + " " + type(file), 1L, Long::sum));
        String text = counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        String reasons = answers.entrySet().stream()
                .filter(answer -> code(answer.getValue()).matches("[AC]E"))
                .map(answer -> "\n" + answer.getKey().getFileName() + "\n" + told(answer.getValue()))
                .collect(Collectors.joining());
        Files.writeString(Path.of("target/hl7-acknowledgements.txt"), text + reasons);
    }

    private static String code(String answer) {
        Matcher code = CODE.matcher(answer);
        return code.find() ? code.group(1) : "none";
    }

    /** The answer from its MSA on: the header has a time and a number of its own. */
    private static String told(String answer) {
        return answer.substring(answer.indexOf("MSA"));
    }

    private static Optional<Matcher> header(Path file) {
        try {
            Matcher header = HEADER.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            return header.find() ? Optional.of(header) : Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String type(Path file) {
        return header(file).map(header -> field(file, header, 9)).orElse("no MSH");
    }

    private static String field(Path file, Matcher header, int number) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            String segment = text.substring(header.start()).strip().split("[\r\n]", 2)[0];
            String[] fields = segment.split(Pattern.quote(header.group(1)), -1);
            return number <= fields.length ? fields[number - 1] : "";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void acknowledgesEveryMessageByItsControlId() {
        List<Path> messages =
                files.stream().filter(file -> header(file).isPresent()).toList();

        assertThat(files).hasSize(104);
        assertThat(messages).hasSize(99);
        assertThat(messages).allSatisfy(file -> {
            Matcher header = header(file).orElseThrow();
            assertThat(first.get(file)).as("%s", file).startsWith("MSH" + header.group(1));
            assertThat(first.get(file).lines().filter(line -> line.startsWith("MSA")))
                    .as("%s", file)
                    .singleElement()
                    .satisfies(line -> assertThat(line.split(Pattern.quote(header.group(1)), -1)[2])
                            .isEqualTo(field(file, header, 10)));
        });
    }

    @Test
    void refusesTheFiveFilesWithoutHeader() {
        List<Path> others =
                files.stream().filter(file -> header(file).isEmpty()).toList();

        assertThat(others)
                .hasSize(5)
                .allSatisfy(file -> assertThat(first.get(file)).contains("MSA|AR||What was sent has no MSH segment."));
        assertThat(listener.eventsSoFar())
                .contains("MESSAGE_HEADER: On channel adt of one, a message has no MSH segment.");
    }

    @Test
    void keepsEveryMessageOnceByItsContent() throws IOException {
        long contents = files.stream()
                .filter(file -> header(file).isPresent())
                .map(Hl7MessagesIT::bytes)
                .distinct()
                .count();

        assertThat(submissions("one")).isEqualTo(contents);
        assertThat(one.current("client_record")).isPositive();
        assertThat(one.current("admin_event")).isPositive();
        assertThat(one.current("appointment")).isPositive();
        assertThat(one.current("client_merge")).isPositive();
    }

    private static String bytes(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static long submissions(String sender) {
        return Long.parseLong(scene.value(
                        "select count(distinct s.sha256) from intake.submission s join intake.feed f using (feed_id)"
                                + " where f.sender = ? and s.status <> 'duplicate'",
                        sender)
                .toString());
    }

    @Test
    void changesNothingWhenEverythingIsSentAgainOverManyConnections() throws Exception {
        Map<String, List<String>> before = one.everyRowAsStored();

        Map<Path, String> second = overMany();

        assertThat(second).hasSize(files.size());
        assertThat(one.everyRowAsStored()).isEqualTo(before);
        assertThat(second.entrySet())
                .allSatisfy(answer -> assertThat(told(answer.getValue()))
                        .as("%s", answer.getKey())
                        .isEqualTo(told(first.get(answer.getKey()))));
    }
}
