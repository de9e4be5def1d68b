package org.throughline.pgp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.pgpainless.PGPainless;
import org.pgpainless.key.protection.SecretKeyRingProtector;
import org.pgpainless.util.Passphrase;

/** Reads OpenPGP keys from files, armored or not. Key files are small; a larger one is no key file. */
final class KeyFiles {
    private static final int LIMIT = 1 << 20;

    private KeyFiles() {}

    static List<PGPPublicKeyRing> certificates(List<Path> files) throws PgpRefusal {
        List<PGPPublicKeyRing> rings = new ArrayList<>();
        for (Path file : files) {
            try {
                PGPainless.readKeyRing()
                        .publicKeyRingCollection(bytes(file))
                        .getKeyRings()
                        .forEachRemaining(rings::add);
            } catch (IOException | RuntimeException unreadable) {
                throw new PgpRefusal(PgpFault.KEY_UNUSABLE);
            }
        }
        return rings;
    }

    static List<PGPSecretKeyRing> secrets(List<Path> files) throws PgpRefusal {
        List<PGPSecretKeyRing> rings = new ArrayList<>();
        for (Path file : files) {
            try {
                PGPainless.readKeyRing()
                        .secretKeyRingCollection(bytes(file))
                        .getKeyRings()
                        .forEachRemaining(rings::add);
            } catch (IOException | RuntimeException unreadable) {
                throw new PgpRefusal(PgpFault.OWN_KEY);
            }
        }
        return rings;
    }

    static SecretKeyRingProtector protector(Optional<Path> passphraseFile) throws PgpRefusal {
        if (passphraseFile.isEmpty()) {
            return SecretKeyRingProtector.unprotectedKeys();
        }
        try {
            String passphrase = new String(bytes(passphraseFile.get()), StandardCharsets.UTF_8).strip();
            return SecretKeyRingProtector.unlockAnyKeyWith(Passphrase.fromPassword(passphrase));
        } catch (IOException unreadable) {
            throw new PgpRefusal(PgpFault.OWN_KEY);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LIMIT);
        }
    }
}
