package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.intake.Account.Completion.DONE_FILE;
import static org.throughline.intake.Account.Completion.RENAME;
import static org.throughline.route.Partnership.SENDER;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.Account;
import org.throughline.intake.FeedEvent;

final class SftpPullIT {
    private static final String FILE = "participants_1.csv";
    private static final String STAMP = "20261006T060000Z-";

    @TempDir
    private Path folder;

    private Partnership partnership;

    @BeforeEach
    void open() {
        partnership = new Partnership(folder);
    }

    @AfterEach
    void close() {
        partnership.close();
    }

    private Pulled pull() {
        return partnership.routes.pullOnce(SENDER);
    }

    @Test
    void takesFileThatIsDoneAndArchivesBoth() {
        partnership.with(DONE_FILE).put(FILE, "id\n1\n");
        partnership.put(FILE + ".done", "rows=1\n");

        Pulled pulled = pull();

        assertThat(pulled.files()).containsExactly(FILE);
        assertThat(pulled.events()).isEmpty();
        assertThat(partnership.arrived.get(0).feed()).isEqualTo("harborlight/participants");
        assertThat(partnership.arrived.get(0).doneFile()).contains("rows=1\n");
        assertThat(partnership.names("inbox")).isEmpty();
        assertThat(partnership.names("archive")).containsExactly(STAMP + FILE, STAMP + FILE + ".done");
    }

    @Test
    void leavesFileThatIsNotDone() {
        partnership.with(DONE_FILE).put(FILE, "id\n1");

        Pulled pulled = pull();

        assertThat(pulled.files()).isEmpty();
        assertThat(pulled.events()).isEmpty();
        assertThat(partnership.names("inbox")).containsExactly(FILE);
    }

    @Test
    void leavesTemporaryNames() {
        partnership.with(RENAME).put(FILE + ".part", "id\n1");
        partnership.put("participants_2.csv.filepart", "id\n");
        partnership.put("participants_3.TMP", "id\n");
        partnership.put("participants_4.csv", "id\n4\n");

        assertThat(pull().files()).containsExactly("participants_4.csv");
        assertThat(partnership.events).isEmpty();
        assertThat(partnership.names("inbox"))
                .containsExactly(FILE + ".part", "participants_2.csv.filepart", "participants_3.TMP");
    }

    @Test
    void bringsBytesUnchanged() throws IOException {
        byte[] bytes = new byte[3_000_001];
        new Random(7).nextBytes(bytes);
        Files.write(partnership.with(RENAME).home.resolve("inbox/participants.zip"), bytes);

        pull();

        assertThat(partnership.arrived.get(0).bytes()).isEqualTo(bytes);
        assertThat(Files.readAllBytes(partnership.home.resolve("archive/" + STAMP + "participants.zip")))
                .isEqualTo(bytes);
        assertThat(Partnership.names(partnership.hub.resolve("spool"))).isEmpty();
    }

    @Test
    void takesEmptyFile() {
        partnership.with(RENAME).put(FILE, "");

        assertThat(pull().files()).containsExactly(FILE);
        assertThat(partnership.arrived.get(0).bytes()).isEmpty();
    }

    @Test
    void takesSeveralFilesInOrderOfTheirNames() {
        partnership.with(RENAME);
        List<String> names = List.of("participants_03.csv", "participants_01.csv", "participants_02.csv");
        names.forEach(name -> partnership.put(name, name));

        pull();

        assertThat(partnership.arrivedNames()).isEqualTo(names.stream().sorted().toList());
    }

    @Test
    void takesSameNameAgainAndKeepsBothInArchive() {
        partnership.with(DONE_FILE);
        for (int night = 1; night <= 2; night++) {
            partnership.put(FILE, "night " + night);
            partnership.put(FILE + ".done", "");
            pull();
        }

        assertThat(partnership.arrivedNames()).containsExactly(FILE, FILE);
        assertThat(partnership.names("archive"))
                .containsExactly(
                        STAMP + "2-" + FILE, STAMP + "2-" + FILE + ".done", STAMP + FILE, STAMP + FILE + ".done");
    }

    @Test
    void keepsFileInInboxWhenHubCannotTakeItIn() {
        partnership.with(RENAME).put(FILE, "id\n1\n");
        AtomicBoolean failed = new AtomicBoolean();
        partnership.beforeKeeping = () -> {
            if (failed.compareAndSet(false, true)) {
                throw new IllegalStateException("planted");
            }
        };

        Pulled first = pull();
        Pulled second = pull();

        assertThat(first.files()).isEmpty();
        assertThat(first.again()).isTrue();
        assertThat(first.events()).extracting(FeedEvent::code).containsExactly("ARRIVAL_FAILED");
        assertThat(first.events())
                .extracting(FeedEvent::fact)
                .containsExactly(
                        "File participants_1.csv of harborlight arrived whole, but the hub could not take it in;"
                                + " it stays in inbox.");
        assertThat(second.files()).containsExactly(FILE);
        assertThat(second.again()).isFalse();
    }

    @Test
    void letsNoFileOvertakeOneThatTheHubCouldNotTakeIn() {
        partnership.with(RENAME).put(FILE, "id\n1\n");
        partnership.put("participants_2.csv", "id\n2\n");
        AtomicBoolean failed = new AtomicBoolean();
        partnership.beforeKeeping = () -> {
            if (failed.compareAndSet(false, true)) {
                throw new IllegalStateException(new SQLException("planted", "57P01"));
            }
        };

        Pulled first = pull();
        Pulled second = pull();

        assertThat(first.files()).isEmpty();
        assertThat(first.events())
                .extracting(FeedEvent::fact)
                .containsExactly("File participants_1.csv of harborlight arrived whole, but the hub could not take it"
                        + " in: the hub's database is away, or was away; it goes on by itself when the database is"
                        + " back; it stays in inbox, and so does what comes after it.");
        assertThat(second.files()).containsExactly(FILE, "participants_2.csv");
        assertThat(partnership.arrivedNames()).containsExactly(FILE, "participants_2.csv");
    }

    @Test
    void leavesUnknownFileInPlaceAndTellsOnce() {
        partnership.with(RENAME).put("budget.xlsx", "x");
        partnership.put(FILE, "id\n");

        Pulled first = pull();
        Pulled second = pull();

        assertThat(first.files()).containsExactly(FILE);
        assertThat(first.events()).isEqualTo(second.events());
        assertThat(partnership.codes()).containsExactly("FILE_NAME");
        assertThat(partnership.facts())
                .containsExactly(
                        "File budget.xlsx in the inbox of harborlight belongs to none of its feeds; it stays there.");
        assertThat(partnership.names("inbox")).containsExactly("budget.xlsx");
    }

    @Test
    void tellsAgainAboutFileThatCameBack() throws IOException {
        Path unknown = partnership.with(RENAME).put("budget.xlsx", "x");
        pull();
        Files.delete(unknown);
        pull();
        partnership.put("budget.xlsx", "x");
        pull();

        assertThat(partnership.codes()).containsExactly("FILE_NAME", "FILE_NAME");
    }

    @Test
    void tellsWhenFileCannotBeArchived() throws IOException {
        partnership.with(RENAME).put(FILE, "id\n1\n");
        Files.delete(partnership.home.resolve("archive"));
        Partnership.write(partnership.home.resolve("archive"), "a file where the folder should be");

        Pulled pulled = pull();

        assertThat(pulled.files()).containsExactly(FILE);
        assertThat(pulled.events()).extracting(FeedEvent::code).containsExactly("TRANSPORT");
        assertThat(pulled.events().get(0).fact())
                .startsWith("File participants_1.csv of harborlight is taken in, but could not be moved to archive:");
        assertThat(partnership.names("inbox")).containsExactly(FILE);
    }

    @Test
    void saysThatInboxIsMissing() throws IOException {
        Files.delete(partnership.with(RENAME).home.resolve("inbox"));

        assertThat(pull().again()).isTrue();
        assertThat(partnership.facts())
                .containsExactly("Folder inbox of harborlight could not be read: it is not there.");
    }

    @Test
    void takesFromFolderBelowHome() {
        Account account = partnership.account(RENAME);
        partnership.routes.add(new Account(
                account.sender(),
                account.transport(),
                account.host(),
                account.port(),
                account.username(),
                account.hostKey(),
                account.keyFile(),
                "/Data Drop/hub/",
                RENAME,
                Optional.empty()));
        Partnership.write(partnership.home.resolve("Data Drop/hub/inbox").resolve(FILE), "id\n");

        assertThat(pull().files()).containsExactly(FILE);
        assertThat(Partnership.names(partnership.home.resolve("Data Drop/hub/archive")))
                .containsExactly(STAMP + FILE);
        assertThat(partnership.routes.deliver(SENDER, OutgoingFolder.RECEIPTS, "receipt_1.json", new byte[] {1}))
                .isInstanceOf(Handover.Delivered.class);
        assertThat(Partnership.names(partnership.home.resolve("Data Drop/hub/receipts")))
                .containsExactly("receipt_1.json");
    }

    @Test
    void bringsAcknowledgements() {
        Partnership.write(partnership.with(RENAME).home.resolve("acks/HL_1.csv.ack"), "A;12\n");
        StringBuilder read = new StringBuilder();

        Pulled pulled = partnership.routes.pullAcks(SENDER, (sender, name, file) -> {
            read.append(sender).append(' ').append(name).append(' ').append(text(file));
        });

        assertThat(pulled.files()).containsExactly("HL_1.csv.ack");
        assertThat(read).hasToString("harborlight HL_1.csv.ack A;12\n");
        assertThat(partnership.names("acks")).isEmpty();
        assertThat(partnership.names("archive")).containsExactly(STAMP + "HL_1.csv.ack");
    }

    @Test
    void readsOnlyTheBeginningOfAnEndlessDoneFile() {
        partnership.with(DONE_FILE).put(FILE, "id\n");
        partnership.put(FILE + ".done", "x".repeat(1_000_000));

        pull();

        assertThat(partnership.arrived.get(0).doneFile().orElseThrow()).hasSize(65_536);
    }

    private static String text(Path file) {
        return new String(read(file), StandardCharsets.UTF_8);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
