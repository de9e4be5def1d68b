package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.intake.Account.Completion.DONE_FILE;
import static org.throughline.intake.Account.Completion.RENAME;
import static org.throughline.route.OutgoingFolder.RECEIPTS;
import static org.throughline.route.Partnership.SENDER;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.throughline.intake.Account;
import org.throughline.intake.ServedElsewhereException;

/** Folders of this machine; their names hold what a path may hold. */
final class FolderIT {
    private static final int MANY = 40;
    private static final String FILE = "participants_1.csv";
    private static final byte[] TEXT = "receipt".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Partnership partnership;

    @BeforeEach
    void open() {
        partnership = new Partnership(folder.resolve("Harbor Light & Söhne (50% + #1)"));
    }

    @AfterEach
    void close() {
        partnership.close();
    }

    private void local(Account.Completion completion) {
        partnership.routes.add(Account.local(SENDER, partnership.home, completion));
    }

    @ParameterizedTest
    @EnumSource
    void takesWholeFilesAndArchivesThem(Account.Completion completion) {
        local(completion);
        partnership.put(FILE, "id\n1\n");
        partnership.put(FILE + ".done", "rows=1\n");
        partnership.put("participants_2.csv.part", "id\n2");

        Pulled pulled = partnership.routes.pullOnce(SENDER);

        assertThat(pulled.files()).containsExactly(FILE);
        assertThat(pulled.events()).isEmpty();
        assertThat(partnership.arrived.get(0).bytes()).isEqualTo("id\n1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(partnership.arrived.get(0).doneFile().isPresent()).isEqualTo(completion == DONE_FILE);
        assertThat(partnership.names("archive")).contains("20261006T060000Z-" + FILE);
        assertThat(partnership.names("inbox"))
                .contains("participants_2.csv.part")
                .doesNotContain(FILE);
    }

    @Test
    void leavesAFileToTheNodeThatTookThePartnerOverMeanwhile() {
        local(RENAME);
        partnership.put(FILE, "id\n1\n");
        partnership.put("participants_2.csv", "id\n2\n");
        partnership.beforeKeeping = () -> partnership.served = false;

        Pulled pulled = partnership.routes.pullOnce(SENDER);

        assertThat(partnership.arrived).hasSize(1);
        assertThat(partnership.names("inbox")).containsExactly(FILE, "participants_2.csv");
        assertThat(partnership.home.resolve("archive")).isEmptyDirectory();
        assertThat(pulled.events()).isEmpty();
        assertThat(partnership.events).isEmpty();
    }

    @Test
    void endsItsLookInSilenceWhereAnotherNodeServesThePartner() {
        local(RENAME);
        partnership.put(FILE, "id\n1\n");
        partnership.put("participants_2.csv", "id\n2\n");
        AtomicInteger asked = new AtomicInteger();
        partnership.beforeKeeping = () -> {
            asked.incrementAndGet();
            throw new ServedElsewhereException(SENDER);
        };

        assertThat(partnership.routes.pullOnce(SENDER).files()).isEmpty();

        assertThat(asked).hasValue(1);
        assertThat(partnership.names("inbox")).containsExactly(FILE, "participants_2.csv");
        assertThat(partnership.events).isEmpty();
    }

    @Test
    void archivesNoFileThatCameUnderTheSameNameMeanwhile() {
        local(RENAME);
        partnership.put(FILE, "id\n1\n");
        partnership.beforeKeeping = () -> partnership.put(FILE, "id\n1\n2\n");

        assertThat(partnership.routes.pullOnce(SENDER).again()).isTrue();
        assertThat(partnership.names("inbox")).containsExactly(FILE);
        assertThat(partnership.facts())
                .containsExactly(
                        "File participants_1.csv of harborlight was replaced while the hub took it in; the new one stays in"
                                + " inbox and is taken at the next look.");
        partnership.beforeKeeping = () -> {};
        assertThat(partnership.routes.pullOnce(SENDER).files()).containsExactly(FILE);
        assertThat(partnership.arrived).hasSize(2);
        assertThat(partnership.names("inbox")).isEmpty();
    }

    @Test
    void looksIntoManyInboxesAtOnceForTheFirstTime() throws Exception {
        List<Callable<List<String>>> looks = new ArrayList<>();
        for (int number = 0; number < MANY; number++) {
            String sender = "partner-" + number;
            Path home = folder.resolve(sender);
            Partnership.write(home.resolve("inbox").resolve(FILE), "id\n1\n");
            partnership.routes.add(Account.local(sender, home, RENAME));
            looks.add(() -> partnership.routes.pullOnce(sender).files());
        }
        ExecutorService together = Executors.newFixedThreadPool(MANY);
        try {
            for (Future<List<String>> look : together.invokeAll(looks)) {
                assertThat(look.get()).containsExactly(FILE);
            }
        } finally {
            together.shutdown();
        }
    }

    @Test
    void leavesFileThatIsNotDone() {
        local(DONE_FILE);
        partnership.put(FILE, "id\n1");

        assertThat(partnership.routes.pullOnce(SENDER).files()).isEmpty();
        assertThat(partnership.names("inbox")).containsExactly(FILE);
    }

    @Test
    void followsNoLink() throws IOException {
        local(RENAME);
        Path secret = Partnership.write(folder.resolve("secret.csv"), "secret");
        Files.createSymbolicLink(partnership.home.resolve("inbox").resolve(FILE), secret);
        partnership.put("participants_2.csv", "id\n2\n");

        Pulled pulled = partnership.routes.pullOnce(SENDER);

        assertThat(pulled.files()).containsExactly("participants_2.csv");
        assertThat(partnership.codes()).containsExactly("NAME_REFUSED");
        assertThat(partnership.facts())
                .containsExactly(
                        "File participants_1.csv in the inbox of harborlight is a link; the hub follows none.");
        assertThat(secret).hasContent("secret");
    }

    @Test
    void followsNoFolderThatIsALink() throws IOException {
        local(RENAME);
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Partnership.write(elsewhere.resolve(FILE), "id\n");
        for (String name : new String[] {"inbox", "receipts"}) {
            Files.delete(partnership.home.resolve(name));
            Files.createSymbolicLink(partnership.home.resolve(name), elsewhere);
        }

        assertThat(partnership.routes.pullOnce(SENDER).files()).isEmpty();
        assertThat(partnership.routes.deliver(SENDER, RECEIPTS, "receipt_1.json", TEXT))
                .isInstanceOf(Handover.Failed.class);
        assertThat(partnership.facts())
                .containsExactly(
                        "Folder inbox of harborlight could not be read: the folder is a link, and the hub follows"
                                + " none.",
                        "File receipt_1.json could not be delivered to receipts of harborlight: the folder is a link,"
                                + " and the hub follows none.");
        assertThat(Partnership.names(elsewhere)).containsExactly(FILE);
    }

    @Test
    void writesThroughNoLink() throws IOException {
        local(DONE_FILE);
        Path target = Partnership.write(folder.resolve("target"), "untouched");
        Files.createSymbolicLink(partnership.home.resolve("receipts/receipt_1.json"), target);

        assertThat(partnership.routes.deliver(SENDER, RECEIPTS, "receipt_1.json", TEXT))
                .isInstanceOf(Handover.NameTaken.class);
        assertThat(target).hasContent("untouched");
    }

    @Test
    void tellsStrangeNames() {
        local(RENAME);
        partnership.put(".hidden.csv", "x");
        partnership.put("back\\slash.csv", "x");
        partnership.put("line\nbreak.csv", "x");

        assertThat(partnership.routes.pullOnce(SENDER).files()).isEmpty();
        assertThat(partnership.codes()).containsExactly("NAME_REFUSED", "NAME_REFUSED", "NAME_REFUSED");
    }

    @ParameterizedTest
    @EnumSource
    void deliversOnce(Account.Completion completion) {
        local(completion);

        assertThat(partnership.routes.deliver(SENDER, RECEIPTS, "receipt_1.json", TEXT))
                .isInstanceOf(Handover.Delivered.class);
        assertThat(partnership.routes.deliver(SENDER, RECEIPTS, "receipt_1.json", TEXT))
                .isInstanceOf(Handover.AlreadyThere.class);
        assertThat(partnership.routes.deliver(SENDER, RECEIPTS, "receipt_1.json", new byte[0]))
                .isInstanceOf(Handover.NameTaken.class);
        assertThat(partnership.home.resolve("receipts/receipt_1.json")).hasBinaryContent(TEXT);
        assertThat(partnership.names("receipts")).hasSize(completion == DONE_FILE ? 2 : 1);
    }

    @Test
    void saysThatInboxIsMissing() throws IOException {
        local(RENAME);
        Files.delete(partnership.home.resolve("inbox"));

        assertThat(partnership.routes.pullOnce(SENDER).again()).isTrue();
        assertThat(partnership.facts())
                .containsExactly("Folder inbox of harborlight could not be read: it is not there.");
    }

    /** The key file stands below a folder with spaces and signs, too. */
    @Test
    void readsKeyFileInFolderWithSpaces() {
        partnership.with(RENAME).put(FILE, "id\n");

        assertThat(partnership.routes.pullOnce(SENDER).files()).containsExactly(FILE);
    }
}
