package org.throughline.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.subsystem.SubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * A partner's SFTP server, played in this process: public keys only, one closed home per partner, this machine only. Its host
 * key is made at start and lives as long as the server.
 */
public final class PartnerServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final List<String> FOLDERS = List.of("inbox", "receipts", "outcomes", "acks", "archive");

    private final SshServer server = SshServer.setUpDefaultServer();
    private final VirtualFileSystemFactory homes = new VirtualFileSystemFactory();
    private final Map<String, PublicKey> keys = new ConcurrentHashMap<>();
    private final KeyPair hostKey = newKey();
    private final Path root;

    private PartnerServer(Path root, SubsystemFactory sftp) {
        this.root = root;
        server.setHost(LOOPBACK);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator(null);
        server.setKeyboardInteractiveAuthenticator(null);
        server.setPublickeyAuthenticator((partner, key, session) -> mayLogIn(partner, key));
        server.setFileSystemFactory(homes);
        server.setSubsystemFactories(List.of(sftp));
    }

    /** Starts a server on a free port; partners' homes are made under the root. */
    public static PartnerServer start(Path root) {
        return start(root, new SftpSubsystemFactory());
    }

    /** Starts a server that speaks SFTP in its own way. */
    public static PartnerServer start(Path root, SubsystemFactory sftp) {
        PartnerServer started = new PartnerServer(root, sftp);
        try {
            started.server.start();
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
        return started;
    }

    private boolean mayLogIn(String partner, PublicKey key) {
        PublicKey known = keys.get(partner);
        return known != null && KeyUtils.compareKeys(known, key);
    }

    /** Opens an account for whoever holds the key, with its folders; returns its home. */
    public Path open(String partner, PublicKey key) {
        Path home = root.resolve(partner);
        try {
            for (String folder : FOLDERS) {
                Files.createDirectories(home.resolve(folder));
            }
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
        homes.setUserHomeDir(partner, home);
        keys.put(partner, key);
        return home;
    }

    /** Address that the server listens at. */
    public String host() {
        return LOOPBACK;
    }

    /** Port that the server listens at. */
    public int port() {
        return server.getPort();
    }

    /** Public host key, type and key as a known_hosts line carries them. */
    public String hostKey() {
        return PublicKeyEntry.toString(hostKey.getPublic());
    }

    /** Cuts every connection that is open now; new ones are answered. */
    public void cutConnections() {
        server.getActiveSessions().forEach(session -> session.close(true));
    }

    /** Makes an ed25519 key pair. */
    public static KeyPair newKey() {
        try {
            return SecurityUtils.getKeyPairGenerator(SecurityUtils.ED25519).generateKeyPair();
        } catch (GeneralSecurityException ours) {
            throw new IllegalStateException("This Java offers no ed25519 keys.", ours);
        }
    }

    /** Writes a private key as OpenSSH does, readable by its owner alone. */
    public static void writeKey(KeyPair key, Path file) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (OutputStream out = Files.newOutputStream(file)) {
                OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "throughline demo", null, out);
            }
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        } catch (GeneralSecurityException ours) {
            throw new IllegalStateException("The key cannot be written.", ours);
        }
    }

    /** Stops at once. */
    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }
}
