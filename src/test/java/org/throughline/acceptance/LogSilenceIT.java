package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.throughline.intake.Receipt;
import org.throughline.intake.ReceiptDocument;
import org.throughline.intake.RecordId;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/** No cell of what was sent appears where people look who may not see it. Every cell of these files is a marker. */
final class LogSilenceIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final String HEADER = "Number,First,Last,Born,SSN,Sex,Note\n";
    private static final List<String> MARKERS = List.of(
            "Zqfirst",
            "Zqlast",
            "1907-11-23",
            "919471717",
            "919-47-1717",
            "Zqnote",
            "Zqcode",
            "Zqdate",
            "2097-12-19",
            "ZQ-");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<Throwable> thrown = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();

    @TempDir
    Path home;

    private IntakeScene scene;
    private Level level;

    @BeforeEach
    void listen() {
        Logger hub = (Logger) LoggerFactory.getLogger("org.throughline");
        level = hub.getLevel();
        hub.setLevel(Level.DEBUG);
        log.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
        scene = new IntakeScene(POSTGRES, home, Path.of("src", "test", "resources", "acceptance", "mappings"));
    }

    @AfterEach
    void stopListening() {
        ((Logger) LoggerFactory.getLogger("org.throughline")).setLevel(level);
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    }

    @Test
    void findsMarkerThatIsLogged() {
        LoggerFactory.getLogger("org.throughline.planted").debug("The client {} is here", "Zqlast7");
        LoggerFactory.getLogger("com.example.planted")
                .warn("It failed", new IllegalStateException("outer", new IllegalArgumentException("919-47-1717")));

        assertThat(markersIn(logged())).containsExactly("Zqlast", "919-47-1717");
    }

    @Test
    void keepsSilentAboutWhatWasSent() throws IOException {
        Beliefs.ofNewSender(scene, "silent", "probe/people");
        send("good", HEADER + row("1", "1907-11-23", "F"));
        send("held", HEADER + row("2", "2097-12-19", "F") + row("3", "Zqdate", "F") + row("4", "1907-11-23", "Zqcode"));
        send("rejected", HEADER + row("", "1907-11-23", "F") + "ZQ-5,Zqfirst\n" + row("6", "1907\0-11-23", "F"));
        send("twice", HEADER + row("7", "1907-11-23", "F") + row("7", "1907-11-23", "M"));
        send("broken", HEADER + "ZQ-8,\"Zqfirst,Zqlast,1907-11-23,919-47-1717,F,Zqnote\n");
        send("headless", row("9", "1907-11-23", "F") + row("10", "1907-11-23", "F"));
        send("undecodable", HEADER + row("11", "1907-11-23", "F"));
        RecordId held = new RecordId(receipts.get(1).submission(), "held.csv", 1);
        scene.desk().show(held);
        thrown.add(catchThrowable(() -> scene.desk().show(new RecordId(held.submission(), "held.csv", 99))));
        scene.desk().release(held, "synthetic ruling");

        assertThat(receipts).hasSize(7);
        assertThat(receipts.get(0).records().accepted()).isEqualTo(1);
        assertThat(receipts.get(1).records().held()).isEqualTo(3);
        assertThat(receipts.get(2).records().rejected()).isEqualTo(3);
        assertThat(thrown).hasSize(1);
        assertThat(markersIn(everythingPublic())).isEmpty();
    }

    @Test
    void keepsSilentAboutWhatTheDatabaseRefuses() throws Exception {
        Beliefs.ofNewSender(scene, "refused", "probe/people");
        owner("alter table canonical.client_record add constraint planted check (middle_name <> 'Zqnoterefused')");
        try {
            Path file = Files.writeString(
                    home.resolve("refused.csv"),
                    HEADER + "ZQ-1,Zqfirst,Zqlast,1907-11-23,919-47-1717,F,Zqnoterefused\n");
            Throwable failure = catchThrowable(() -> scene.run("refused/hmis", file));
            assertThat(failure).isNotNull();
            thrown.add(failure);
            Throwable leaking =
                    catchThrowable(() -> owner("insert into canonical.client_record (sender, key, middle_name,"
                            + " last_name) values ('refused', 'x', 'Zqnoterefused', 'Zqlast')"));
            assertThat(markersIn(stackTrace(leaking)))
                    .as("with the server's detail, PostgreSQL's own message would tell")
                    .contains("Zqnote");
        } finally {
            owner("alter table canonical.client_record drop constraint planted");
        }

        assertThat(scene.rows("select 1 from canonical.client_record where sender = 'refused'"))
                .isEmpty();
        assertThat(markersIn(everythingPublic())).isEmpty();
    }

    @Test
    void tellsTheSenderItsOwnCells() throws IOException {
        Beliefs.ofNewSender(scene, "told", "probe/people");
        Receipt receipt = scene.run(
                "told/hmis", Files.writeString(home.resolve("told.csv"), HEADER + row("1", "2097-12-19", "F")));

        String annotated = Files.readString(scene.outbox().write(receipt).get(1));

        assertThat(annotated).contains("Born 2097-12-19 is after the day the file was received.");
        assertThat(annotated).contains("Zqlast", "919-47-1717", "Zqnote");
        assertThat(scene.rows("select told, fact from intake.problem where submission_id = ?", receipt.submission()))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.get(0)).contains("2097-12-19");
                    assertThat(problem.get(1)).doesNotContain("2097-12-19");
                });
    }

    private void send(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        if (name.equals("undecodable")) {
            bytes[bytes.length - 5] = (byte) 0xfe;
        }
        Receipt receipt = scene.run("silent/hmis", Files.write(home.resolve(name + ".csv"), bytes));
        receipts.add(receipt);
        scene.outbox().write(receipt);
    }

    private static String row(String number, String born, String sex) {
        String key = number.isEmpty() ? "" : "ZQ-" + number;
        return key + ",Zqfirst" + number + ",Zqlast" + number + "," + born + ",919-47-1717," + sex + ",Zqnote" + number
                + "\n";
    }

    private String everythingPublic() {
        List<String> texts = new ArrayList<>(List.of(logged()));
        thrown.forEach(failure -> texts.add(stackTrace(failure)));
        receipts.forEach(receipt -> {
            texts.add(ReceiptDocument.of(receipt));
            texts.add(receipt.toString());
        });
        for (String query : List.of(
                "select action || object || detail::text from audit.entry",
                "select code || fact || guidance from intake.feed_event",
                "select document::text from intake.receipt",
                "select code || fact || guidance from intake.problem",
                "select facts::text from intake.submission where facts is not null")) {
            scene.rows(query).forEach(row -> texts.add(String.valueOf(row.get(0))));
        }
        return String.join("\n", texts);
    }

    private String logged() {
        return log.list.stream()
                .map(event -> event.getFormattedMessage() + " " + causes(event.getThrowableProxy()))
                .collect(Collectors.joining("\n"));
    }

    private static String causes(IThrowableProxy failure) {
        StringBuilder text = new StringBuilder();
        for (IThrowableProxy next = failure; next != null; next = next.getCause()) {
            text.append(next.getMessage()).append('\n');
            for (IThrowableProxy suppressed : next.getSuppressed()) {
                text.append(suppressed.getMessage()).append('\n');
            }
        }
        return text.toString();
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static List<String> markersIn(String text) {
        return MARKERS.stream().filter(text::contains).toList();
    }

    private static void owner(String sql) throws SQLException {
        try (Connection connection = POSTGRES.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
