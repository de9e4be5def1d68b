package org.throughline.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.demo.PartnerServer;
import org.throughline.intake.Account;

/** A partner that tries everything to leave its home, to take more than its share, or to stay for good. */
final class DropTricksIT {
    private static final List<String> OUTSIDE = List.of(
            "../northstar/outcomes/secret.csv",
            "/../northstar/outcomes/secret.csv",
            "inbox/../../northstar/outcomes/secret.csv",
            "/inbox/./.././../northstar/outcomes/secret.csv",
            "/northstar/outcomes/secret.csv",
            "northstar",
            "/INBOX/x",
            "/Inbox",
            "/etc/passwd",
            "..\\northstar\\outcomes\\secret.csv",
            "/inbox/..\\..\\northstar",
            "/inbox/x\u0000/../../northstar",
            "/inbox/deeper/x",
            "/inbox/.hidden",
            "/inbox/line\nbreak",
            "/\u0456nbox/x",
            "/inbox/e\u0301.csv",
            "//../..//northstar",
            "/proc/self/root/etc/passwd");

    @TempDir
    private Path root;

    private DropScene scene;
    private SshClient client;

    @BeforeEach
    void open() throws Exception {
        scene = new DropScene(root, Account.Completion.DONE_FILE);
        Files.writeString(scene.otherHome.resolve("outcomes/secret.csv"), "of the other partner");
        client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier((session, address, key) -> true);
        client.start();
    }

    @AfterEach
    void close() {
        client.stop();
        scene.close();
    }

    private SftpClient sftp(ClientSession session) throws IOException {
        return SftpClientFactory.instance().createSftpClient(session);
    }

    @Test
    void refusesEveryPathOutsideTheHomeAndTells() throws Exception {
        try (ClientSession session = scene.session(client, scene.key);
                SftpClient sftp = sftp(session)) {
            for (String path : OUTSIDE) {
                List<ThrowingCallable> tries = List.of(
                        () -> sftp.stat(path),
                        () -> sftp.lstat(path),
                        () -> sftp.canonicalPath(path),
                        () -> sftp.openDir(path),
                        () -> sftp.open(path, SftpClient.OpenMode.Read),
                        () -> sftp.open(path, SftpClient.OpenMode.Write, SftpClient.OpenMode.Create),
                        () -> sftp.remove(path),
                        () -> sftp.rename(path, "/inbox/mine"),
                        () -> sftp.rename("/inbox/mine", path));
                tries.forEach(one -> assertThatThrownBy(one).as(path).isInstanceOf(IOException.class));
            }
        }
        assertThat(scene.facts())
                .containsExactly("harborlight asked for a path of 32 characters that leaves the home; it was refused.");
        assertThat(scene.otherHome.resolve("outcomes/secret.csv")).hasContent("of the other partner");
    }

    @Test
    void refusesVeryLongNames() throws Exception {
        try (ClientSession session = scene.session(client, scene.key);
                SftpClient sftp = sftp(session)) {
            for (int length : List.of(201, 5_000, 30_000)) {
                assertThatThrownBy(() -> sftp.stat("/inbox/" + "n".repeat(length)))
                        .isInstanceOf(IOException.class);
            }
            assertThat(sftp.canonicalPath(".")).isEqualTo("/");
        }
    }

    @Test
    void makesNoLinksAndFollowsNone() throws Exception {
        Files.createSymbolicLink(scene.home.resolve("inbox/there"), scene.otherHome.resolve("outcomes/secret.csv"));
        Files.writeString(scene.home.resolve("inbox/plain"), "");
        Files.delete(scene.home.resolve("acks"));
        Files.createSymbolicLink(scene.home.resolve("acks"), scene.otherHome.resolve("outcomes"));
        try (ClientSession session = scene.session(client, scene.key);
                SftpClient sftp = sftp(session)) {
            assertThatThrownBy(() -> sftp.symLink("/inbox/mine", "/etc/passwd")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sftp.link("/inbox/mine", "/inbox/there", false))
                    .isInstanceOf(Exception.class);
            assertThatThrownBy(() -> sftp.open("/inbox/there", SftpClient.OpenMode.Read))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sftp.stat("/inbox/there")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sftp.readLink("/inbox/there")).isInstanceOf(Exception.class);
            assertThatThrownBy(() -> sftp.open("/acks/secret.csv", SftpClient.OpenMode.Read))
                    .isInstanceOf(IOException.class);
            assertThat(sftp.readDir("/inbox"))
                    .extracting(SftpClient.DirEntry::getFilename)
                    .doesNotContain("there", "mine")
                    .contains("plain");
        }
        assertThat(scene.facts()).containsExactly("A link in the home of harborlight was refused.");
    }

    @Test
    void countsHolesAndAllSessionsAgainstTheQuota() throws Exception {
        byte[] half = new byte[60_000];
        try (ClientSession one = scene.session(client, scene.key);
                ClientSession two = scene.session(client, scene.key);
                SftpClient first = sftp(one);
                SftpClient second = sftp(two)) {
            Set<SftpClient.OpenMode> modes = EnumSet.of(SftpClient.OpenMode.Write, SftpClient.OpenMode.Create);
            var a = first.open("/inbox/a", modes);
            var b = second.open("/acks/b", modes);
            first.write(a, 0, half, 0, 30_000);
            first.write(a, 30_000, half, 0, 30_000);
            assertThatThrownBy(() -> {
                        second.write(b, 0, half, 0, 30_000);
                        second.write(b, 30_000, half, 0, 30_000);
                    })
                    .hasMessageContaining("The quota is used up.");
            assertThatThrownBy(() -> first.write(a, 50_000_000, half, 0, 1)).hasMessageContaining("quota");
            assertThatThrownBy(() -> first.setStat(a, new SftpClient.Attributes().size(50_000_000)))
                    .isInstanceOf(IOException.class);
        }
        assertThat(Files.size(scene.home.resolve("inbox/a")) + Files.size(scene.home.resolve("acks/b")))
                .isLessThanOrEqualTo(DropScene.QUOTA);
    }

    @Test
    void limitsFilesHandlesAndSessions() throws Exception {
        try (ClientSession session = scene.session(client, scene.key);
                SftpClient sftp = sftp(session)) {
            assertThatThrownBy(() -> {
                        for (int handle = 0; handle < 9; handle++) {
                            sftp.openDir("/inbox");
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        for (int file = 0; file < 12; file++) {
            Files.writeString(scene.home.resolve("inbox/f" + file), "");
        }
        try (ClientSession session = scene.session(client, scene.key);
                SftpClient sftp = sftp(session)) {
            assertThatThrownBy(() -> sftp.open("/inbox/more", SftpClient.OpenMode.Write, SftpClient.OpenMode.Create))
                    .hasMessageContaining("Too many files");
            scene.session(client, scene.key);
            scene.session(client, scene.key);
            assertThatThrownBy(() -> scene.session(client, scene.key)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesAnotherKeyAndAnotherPartnersKey() {
        assertThatThrownBy(() -> scene.session(client, PartnerServer.newKey())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> scene.session(client, scene.otherKey)).isInstanceOf(IOException.class);
        assertThat(scene.facts())
                .containsExactly("A login as harborlight was refused: the key is none of those in its partner file.");
    }

    @Test
    void endsSessionsThatAreSilentOrWhoseAccountIsGone() throws Exception {
        try (ClientSession silent = scene.session(client, scene.key);
                Socket stranger = new Socket("127.0.0.1", scene.server.port())) {
            assertThat(silent.waitFor(EnumSet.of(ClientSession.ClientSessionEvent.CLOSED), Duration.ofSeconds(10)))
                    .contains(ClientSession.ClientSessionEvent.CLOSED);
            stranger.setSoTimeout(10_000);
            stranger.getInputStream().readAllBytes();
        }
        try (ClientSession let = scene.session(client, scene.key)) {
            scene.server.open(List.of());
            assertThat(let.waitFor(EnumSet.of(ClientSession.ClientSessionEvent.CLOSED), Duration.ofSeconds(10)))
                    .contains(ClientSession.ClientSessionEvent.CLOSED);
        }
        assertThatThrownBy(() -> scene.session(client, scene.key)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesWeakKeyExchange() {
        client.setKeyExchangeFactories(
                List.of(org.apache.sshd.client.ClientBuilder.DH2KEX.apply(BuiltinDHFactories.dhg14_256)));
        assertThatThrownBy(() -> scene.session(client, scene.key)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesToTouchAFileThatItsDoneFileCompletes() throws Exception {
        Files.writeString(scene.home.resolve("inbox/a.csv"), "id\n");
        Files.writeString(scene.home.resolve("inbox/a.csv.done"), "rows=0\n");
        try (ClientSession session = scene.session(client, scene.key);
                SftpClient sftp = sftp(session)) {
            assertThatThrownBy(() -> sftp.open("/inbox/a.csv", SftpClient.OpenMode.Write))
                    .hasMessageContaining("The done-file of this file is here already. Remove it first.");
        }
    }
}
