package org.throughline.drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.Account;

/** The drop server with OpenSSH's own client, as partners use it. */
final class DropServerIT {
    @TempDir
    private Path root;

    private DropScene scene;

    @BeforeEach
    void open() throws Exception {
        Assumptions.assumeTrue(DropScene.openSshInstalled(), "OpenSSH's client is not installed.");
        scene = new DropScene(root, Account.Completion.RENAME);
    }

    @AfterEach
    void close() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    void takesAnUploadThatIsCompletedByRename() throws Exception {
        Path file = scene.file("participants.csv", "id\n1\n");

        DropScene.Ended ended = scene.sftp(
                "cd inbox",
                "put -p " + file + " participants.csv.part",
                "rename participants.csv.part participants.csv",
                "ls -l");

        assertThat(ended.code()).as(ended.told()).isZero();
        assertThat(ended.told()).contains("participants.csv").doesNotContain(System.getProperty("user.name") + " ");
        assertThat(scene.home.resolve("inbox/participants.csv")).hasContent("id\n1\n");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(scene.home.resolve("inbox/participants.csv"))))
                .isEqualTo("rw-------");
        assertThat(scene.facts()).isEmpty();
    }

    @Test
    void showsTheFiveFoldersAndMovesBetweenThem() throws Exception {
        DropScene.Ended ended = scene.sftp("ls -1", "cd inbox", "cd ..", "cd outcomes", "pwd");

        assertThat(ended.code()).as(ended.told()).isZero();
        assertThat(ended.told())
                .contains("acks", "archive", "inbox", "outcomes", "receipts", "Remote working directory: /outcomes");
    }

    @Test
    void handsOutWhatTheHubDelivered() throws Exception {
        Files.writeString(scene.home.resolve("outcomes/HL_1.csv"), "client,measure\n");
        Path here = root.resolve("fetched.csv");

        DropScene.Ended ended = scene.sftp("get outcomes/HL_1.csv " + here);

        assertThat(ended.code()).as(ended.told()).isZero();
        assertThat(here).hasContent("client,measure\n");
    }

    @Test
    void refusesToWriteUnderTheFinalName() throws Exception {
        Path file = scene.file("participants.csv", "id\n1\n");

        DropScene.Ended ended = scene.sftp("put " + file + " inbox/participants.csv");

        assertThat(ended.code()).isNotZero();
        assertThat(scene.names("inbox")).isEmpty();
    }

    @Test
    void refusesToChangeWhatIsForReading() throws Exception {
        Files.writeString(scene.home.resolve("receipts/1.json"), "{}");
        Path file = scene.file("x.part", "x");

        assertThat(scene.sftp("rm receipts/1.json").code()).isNotZero();
        assertThat(scene.sftp("put " + file + " archive/x.part").code()).isNotZero();
        assertThat(scene.sftp("rename receipts/1.json inbox/1.json").code()).isNotZero();
        assertThat(scene.sftp("mkdir inbox/mine").code()).isNotZero();
        assertThat(scene.sftp("rmdir archive").code()).isNotZero();
        assertThat(scene.names("receipts")).containsExactly("1.json");
        assertThat(scene.names("archive")).isEmpty();
    }

    @Test
    void stopsAnUploadAtTheQuotaWhileItIsWritten() throws Exception {
        Path file = scene.file("big.csv", "x".repeat(250_000));

        DropScene.Ended ended = scene.sftp("put " + file + " inbox/big.csv.part");

        assertThat(ended.code()).isNotZero();
        assertThat(Files.size(scene.home.resolve("inbox/big.csv.part"))).isLessThanOrEqualTo(DropScene.QUOTA);
        assertThat(scene.facts()).containsExactly("An upload was refused: its quota of 100000 bytes is used up.");
    }

    @Test
    void offersNeitherShellNorCommandNorForwarding() throws Exception {
        String login = DropScene.PARTNER + "@127.0.0.1";

        assertThat(scene.ssh(login).code()).isNotZero();
        assertThat(scene.ssh(login, "cat", "/etc/passwd").told()).doesNotContain("root:");
        assertThat(scene.ssh("-s", login, "netconf").code()).isNotZero();
        assertThat(scene.ssh("-W", "127.0.0.1:" + scene.server.port(), login).told())
                .doesNotContain("SSH-2.0");
        assertThat(scene.ssh("-o", "ExitOnForwardFailure=yes", "-N", "-R", "0:127.0.0.1:9", login)
                        .code())
                .isNotZero();
    }

    @Test
    void keepsItsHostKeyForItselfAndForGood() throws Exception {
        Path file = root.resolve("secrets/drop-host-key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(HostKey.keptIn(file).fingerprint())
                .startsWith("SHA256:")
                .isEqualTo(scene.server.hostKey().fingerprint());
    }
}
