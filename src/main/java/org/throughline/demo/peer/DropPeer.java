package org.throughline.demo.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** A provider's person with an SFTP program, played in this process: puts a file into its inbox at the hub's own server. */
public final class DropPeer {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private DropPeer() {}

    /**
     * A login at the hub's server.
     *
     * @param hostKey the public key that the server must show, type and key
     */
    public record Login(int port, String hostKey, String user, KeyPair key) {}

    /** Writes the bytes under a temporary name and renames them when they are whole. */
    public static void put(Login login, String name, byte[] content) {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier(
                    (session, address, shown) -> PublicKeyEntry.toString(shown).equals(login.hostKey()));
            client.start();
            try (ClientSession session = client.connect(login.user(), "127.0.0.1", login.port())
                    .verify(PATIENCE)
                    .getSession()) {
                session.addPublicKeyIdentity(login.key());
                session.auth().verify(PATIENCE);
                put(session, name, content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's provider cannot reach the hub's SFTP server.", e);
        }
    }

    private static void put(ClientSession session, String name, byte[] content) throws IOException {
        try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
            try (OutputStream out = sftp.write("inbox/" + name + ".part")) {
                out.write(content);
            }
            sftp.rename("inbox/" + name + ".part", "inbox/" + name);
        }
    }
}
