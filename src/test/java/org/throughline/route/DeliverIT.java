package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.intake.Account.Completion.DONE_FILE;
import static org.throughline.intake.Account.Completion.RENAME;
import static org.throughline.route.OutgoingFolder.OUTCOMES;
import static org.throughline.route.OutgoingFolder.RECEIPTS;
import static org.throughline.route.Partnership.SENDER;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.Account;

final class DeliverIT {
    private static final String NAME = "HL_outcomes_2026-10-06.csv";
    private static final byte[] TEXT = "client,measure\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private Partnership partnership;

    /** What the partner sees in its folder while the hub writes, and every rename. */
    private final class Watch implements SftpEventListener {
        @Override
        public void writing(
                ServerSession session,
                String remote,
                FileHandle handle,
                long offset,
                byte[] data,
                int start,
                int length) {
            seen.add("writing " + partnership.names("outcomes"));
        }

        @Override
        public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options) {
            seen.add("renaming " + from + " to " + to);
        }
    }

    @BeforeEach
    void open() {
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new Watch());
        partnership = new Partnership(folder, sftp);
    }

    @AfterEach
    void close() {
        partnership.close();
    }

    private Handover deliver(byte[] bytes) {
        return partnership.routes.deliver(SENDER, OUTCOMES, NAME, bytes);
    }

    @Test
    void writesTemporaryNameAndRenames() {
        partnership.with(RENAME);

        assertThat(deliver(TEXT)).isInstanceOf(Handover.Delivered.class);

        assertThat(seen)
                .containsExactly(
                        "writing [" + NAME + ".part]", "renaming /outcomes/" + NAME + ".part to /outcomes/" + NAME);
        assertThat(partnership.home.resolve("outcomes").resolve(NAME)).hasBinaryContent(TEXT);
    }

    @Test
    void writesDoneFileAfterFileThatIsNotRenamed() {
        partnership.with(DONE_FILE);

        Handover handover = deliver(TEXT);

        String hash = ((Handover.Delivered) handover).sha256();
        assertThat(seen).containsExactly("writing [" + NAME + "]", "writing [" + NAME + ", " + NAME + ".done]");
        assertThat(partnership.home.resolve("outcomes").resolve(NAME + ".done")).hasContent("sha256=" + hash + "\n");
        assertThat(hash)
                .isEqualTo(Parcel.sha256(partnership.home.resolve("outcomes").resolve(NAME)));
    }

    @Test
    void writesNothingWhenDeliveredBefore() {
        for (Account.Completion completion : Account.Completion.values()) {
            partnership.with(completion);
            deliver(TEXT);
            seen.clear();

            assertThat(deliver(TEXT)).isInstanceOf(Handover.AlreadyThere.class);
            assertThat(seen).isEmpty();
        }
        assertThat(partnership.events).isEmpty();
    }

    @Test
    void replacesNoOtherFile() {
        partnership.with(RENAME);
        Partnership.write(partnership.home.resolve("outcomes").resolve(NAME), "somebody else's");

        Handover handover = deliver(TEXT);

        assertThat(handover).isInstanceOf(Handover.NameTaken.class);
        assertThat(partnership.home.resolve("outcomes").resolve(NAME)).hasContent("somebody else's");
        assertThat(partnership.codes()).containsExactly("NAME_TAKEN");
        assertThat(partnership.facts())
                .containsExactly(
                        "File HL_outcomes_2026-10-06.csv was not delivered: another file of this name stands in"
                                + " outcomes of harborlight.");
    }

    @Test
    void finishesDeliveryThatHasNoDoneFile() {
        partnership.with(DONE_FILE);
        Partnership.write(partnership.home.resolve("outcomes").resolve(NAME), "clie");

        assertThat(deliver(TEXT)).isInstanceOf(Handover.Delivered.class);
        assertThat(partnership.home.resolve("outcomes").resolve(NAME)).hasBinaryContent(TEXT);
    }

    @Test
    void finishesDeliveryThatLeftTemporaryName() {
        partnership.with(RENAME);
        Partnership.write(
                partnership.home.resolve("outcomes").resolve(NAME + ".part"), "clie, which is longer than the file");

        assertThat(deliver(TEXT)).isInstanceOf(Handover.Delivered.class);
        assertThat(partnership.names("outcomes")).containsExactly(NAME);
        assertThat(partnership.home.resolve("outcomes").resolve(NAME)).hasBinaryContent(TEXT);
    }

    @Test
    void makesMissingFolderAndDeliversFileOfThisMachine() throws IOException {
        partnership.with(RENAME);
        Files.delete(partnership.home.resolve("receipts"));
        Path receipt = Partnership.write(folder.resolve("receipt.json"), "{}");

        assertThat(partnership.routes.deliver(SENDER, RECEIPTS, "receipt_12.json", receipt))
                .isInstanceOf(Handover.Delivered.class);
        assertThat(partnership.home.resolve("receipts/receipt_12.json")).hasContent("{}");
        assertThat(receipt).exists();
    }

    @Test
    void deliversWhileAFileIsTakenIn() {
        partnership.with(RENAME).put("participants_1.csv", "id\n");
        List<Handover> receipts = new ArrayList<>();
        partnership.beforeKeeping =
                () -> receipts.add(partnership.routes.deliver(SENDER, RECEIPTS, "receipt_1.json", TEXT));

        partnership.routes.pullOnce(SENDER);

        assertThat(receipts).hasOnlyElementsOfType(Handover.Delivered.class).hasSize(1);
    }

    @Test
    void refusesNameThatLeavesFolder() {
        partnership.with(RENAME);

        assertThatThrownBy(() -> partnership.routes.deliver(SENDER, OUTCOMES, "../inbox/x.csv", TEXT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A delivery has a name of 14 characters with a path separator.");
    }
}
