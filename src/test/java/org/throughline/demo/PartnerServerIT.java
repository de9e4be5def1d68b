package org.throughline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PartnerServerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final KeyPair key = PartnerServer.newKey();
    private final SshClient client = SshClient.setUpDefaultClient();
    private PartnerServer server;
    private Path home;

    @BeforeEach
    void open() throws IOException {
        server = PartnerServer.start(folder.resolve("partners"));
        home = server.open("harborlight", key.getPublic());
        Files.writeString(folder.resolve("partners/secret.txt"), "secret");
        client.start();
    }

    @AfterEach
    void close() {
        client.stop();
        server.close();
    }

    private ClientSession connect(String partner) throws IOException {
        return client.connect(partner, server.host(), server.port())
                .verify(PATIENCE)
                .getSession();
    }

    private SftpClient logIn() throws IOException {
        ClientSession session = connect("harborlight");
        session.addPublicKeyIdentity(key);
        session.auth().verify(PATIENCE);
        return SftpClientFactory.instance().createSftpClient(session).singleSessionInstance();
    }

    @Test
    void opensHomeWithItsFolders() throws IOException {
        try (SftpClient sftp = logIn()) {
            assertThat(StreamSupport.stream(sftp.readEntries("/").spliterator(), false)
                            .map(SftpClient.DirEntry::getFilename)
                            .filter(name -> !name.startsWith(".")))
                    .containsExactlyInAnyOrder("inbox", "receipts", "outcomes", "acks", "archive");
        }
        assertThat(home).isEqualTo(folder.resolve("partners/harborlight"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "/../secret.txt", "../secret.txt", "inbox/../../secret.txt"})
    void keepsPartnerInItsHome(String form) throws IOException {
        String path = form.formatted(folder.resolve("partners/secret.txt"));
        try (SftpClient sftp = logIn()) {
            assertThatThrownBy(() -> sftp.stat(path)).isInstanceOf(IOException.class);
            assertThat(sftp.stat("/inbox").isDirectory()).isTrue();
        }
    }

    @Test
    void refusesStrangers() throws IOException {
        try (ClientSession stranger = connect("harborlight")) {
            stranger.addPublicKeyIdentity(PartnerServer.newKey());
            assertThatThrownBy(() -> stranger.auth().verify(PATIENCE)).isInstanceOf(SshException.class);
        }
        try (ClientSession unknown = connect("bridgeway")) {
            unknown.addPublicKeyIdentity(key);
            assertThatThrownBy(() -> unknown.auth().verify(PATIENCE)).isInstanceOf(SshException.class);
        }
    }

    @Test
    void refusesPasswords() throws IOException {
        try (ClientSession session = connect("harborlight")) {
            session.addPasswordIdentity("harborlight");
            assertThatThrownBy(() -> session.auth().verify(PATIENCE)).isInstanceOf(SshException.class);
        }
    }

    @Test
    void writesKeyAsOpenSshDoesForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("hub_ed25519");
        PartnerServer.writeKey(key, file);

        assertThat(Files.readString(file, StandardCharsets.US_ASCII)).startsWith("-----BEGIN OPENSSH PRIVATE KEY-----");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
