package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
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
    private static final Pattern CLIENTS = Pattern.compile("(?:^|[\r\n])PID(?:\\|[^|\r\n]*){2}\\|([^|\r\n]*)");
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
        listener = listening(one);
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

    private static MllpScene listening(Beliefs sender) {
        return new MllpScene(
                home.resolve(sender.feed()),
                FeedId.parse(sender.feed()),
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

    /** Each file on a connection of its own, some of these at the same time. */
    private static Map<Path, String> overMany() throws Exception {
        Map<Path, String> answers = new ConcurrentSkipListMap<>();
        together(files.stream().map(file -> (Callable<String>) () -> answers.put(file, alone(file))));
        return answers;
    }

    /** Some connections at the same time, on each all its files at once. */
    private static Map<Path, String> atOnce(MllpScene to) throws Exception {
        Map<Path, String> answers = new ConcurrentSkipListMap<>();
        together(connections().stream().map(sent -> (Callable<Integer>) () -> {
            try (MllpScene.Peer peer = to.peer()) {
                for (Path file : sent) {
                    peer.writes(MllpScene.Peer.framed(Files.readAllBytes(file)));
                }
                for (Path file : sent) {
                    answers.put(file, peer.answer());
                }
            }
            return answers.size();
        }));
        return answers;
    }

    private static <T> void together(Stream<Callable<T>> senders) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(MANY);
        try {
            for (Future<T> sender : threads.invokeAll(senders.toList())) {
                sender.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Which files go by which connection: what is said of one client stays on one of them, so that its order is kept. */
    private static List<List<Path>> connections() {
        List<List<Path>> connections =
                Stream.<List<Path>>generate(ArrayList::new).limit(MANY).toList();
        Map<String, List<Path>> byClient = new TreeMap<>();
        for (Path file : files) {
            List<String> clients = clients(file);
            List<Path> connection = clients.stream()
                    .filter(byClient::containsKey)
                    .map(byClient::get)
                    .findFirst()
                    .orElseGet(() -> connections.stream()
                            .min(Comparator.comparingInt(List::size))
                            .orElseThrow());
            connection.add(file);
            clients.forEach(client -> byClient.putIfAbsent(client, connection));
        }
        return connections;
    }

    private static List<String> clients(Path file) {
        return CLIENTS.matcher(bytes(file))
                .results()
                .flatMap(found -> Stream.of(found.group(1).split("~")))
                .map(identifier -> identifier.split("\\^", 2)[0])
                .filter(client -> !client.isEmpty())
                .toList();
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

    @Test
    void takesEverythingInTheSameOverManyConnectionsAtOnce() throws Exception {
        Beliefs many = Beliefs.ofNewSender(scene, "many", "hl7-hospital");
        try (MllpScene other = listening(many)) {
            Map<Path, String> answers = atOnce(other);

            assertThat(answers).hasSize(files.size());
            assertThat(answers.entrySet())
                    .allSatisfy(answer -> assertThat(told(answer.getValue()))
                            .as("%s", answer.getKey())
                            .isEqualTo(told(first.get(answer.getKey()))));
            assertThat(other.sends("PID|1")).contains("MSA|AR||What was sent has no MSH segment.");
        }
        assertThat(many.current()).isEqualTo(one.current());
        assertThat(decided("many")).isEqualTo(decided("one"));
        assertThat(submissions("many")).isEqualTo(submissions("one"));
    }

    /** Submissions that are no repetition, and their records, by what became of them. */
    private static List<List<String>> decided(String sender) {
        return scene.rows(
                "select s.status, coalesce(r.state, ''), count(distinct s.submission_id), count(*) from"
                        + " intake.submission s join intake.feed f using (feed_id) left join intake.source_record_state r"
                        + " using (submission_id) where f.sender = ? and s.status <> 'duplicate' group by 1, 2 order by 1,"
                        + " 2",
                sender);
    }
}
