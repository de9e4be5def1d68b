package org.throughline.demo.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.pgpainless.PGPainless;
import org.pgpainless.algorithm.KeyFlag;
import org.pgpainless.key.generation.KeySpec;
import org.pgpainless.key.generation.type.KeyType;
import org.pgpainless.key.generation.type.eddsa_legacy.EdDSALegacyCurve;
import org.pgpainless.key.generation.type.xdh_legacy.XDHLegacySpec;

/** Makes OpenPGP keys for the demo's partners, old enough for the demo's calendar. */
public final class PgpPeer {

    private PgpPeer() {}

    /**
     * Writes a new key of somebody who does not exist.
     *
     * @param privateFile readable by its owner alone
     */
    public static void writeKey(String owner, Instant made, Path privateFile, Path publicFile) {
        try {
            PGPSecretKeyRing key = PGPainless.buildKeyRing()
                    .setPrimaryKey(KeySpec.getBuilder(
                                    KeyType.EDDSA_LEGACY(EdDSALegacyCurve._Ed25519),
                                    KeyFlag.CERTIFY_OTHER,
                                    KeyFlag.SIGN_DATA)
                            .setKeyCreationDate(Date.from(made))
                            .build())
                    .addSubkey(KeySpec.getBuilder(
                                    KeyType.XDH_LEGACY(XDHLegacySpec._X25519),
                                    KeyFlag.ENCRYPT_COMMS,
                                    KeyFlag.ENCRYPT_STORAGE)
                            .setKeyCreationDate(Date.from(made))
                            .build())
                    .addUserId(owner)
                    .build();
            Files.deleteIfExists(privateFile);
            Files.createFile(
                    privateFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(privateFile, PGPainless.asciiArmor(key).getBytes(StandardCharsets.US_ASCII));
            Files.write(
                    publicFile,
                    PGPainless.asciiArmor(PGPainless.extractCertificate(key)).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's keys cannot be written.", e);
        }
    }
}
