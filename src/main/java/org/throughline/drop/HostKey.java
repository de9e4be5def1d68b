package org.throughline.drop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.util.security.SecurityUtils;

/** The drop server's host key: made once, kept in a file that only the hub may read, and told to partners to be pinned. */
public final class HostKey {
    private final KeyPair pair;

    private HostKey(KeyPair pair) {
        this.pair = pair;
    }

    /** The key of this file; a new ed25519 key where there is none. */
    public static HostKey keptIn(Path file) throws IOException {
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                make(file);
            }
            return read(file);
        } catch (GeneralSecurityException unreadable) {
            throw new IOException("The host key of the drop server cannot be read or made.", unreadable);
        }
    }

    private static HostKey read(Path file) throws IOException, GeneralSecurityException {
        Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(
                null,
                file::toString,
                Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS),
                FilePasswordProvider.EMPTY);
        for (KeyPair pair : pairs == null ? java.util.List.<KeyPair>of() : pairs) {
            return new HostKey(pair);
        }
        throw new IOException("The file of the host key holds no key.");
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        Files.createDirectories(file.getParent());
        KeyPair pair = SecurityUtils.getKeyPairGenerator(SecurityUtils.ED25519).generateKeyPair();
        Path arriving = Files.createTempFile(
                file.getParent(),
                "host-key",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(arriving)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "throughline drop server", null, out);
        }
        settle(arriving, file);
    }

    /** Of several nodes that start at once in one home, one makes the key that all of them read. */
    private static void settle(Path arriving, Path file) throws IOException {
        try {
            Files.createLink(file, arriving);
        } catch (FileAlreadyExistsException made) {
            return;
        } catch (UnsupportedOperationException noLinks) {
            Files.copy(arriving, file, StandardCopyOption.COPY_ATTRIBUTES);
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    KeyPair pair() {
        return pair;
    }

    /** The public key, type and key as a known_hosts line carries them. */
    public String publicKey() {
        return PublicKeyEntry.toString(pair.getPublic());
    }

    /** The fingerprint as ssh prints it, such as SHA256:... */
    public String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, pair.getPublic());
    }
}
