package org.throughline.demo.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;
import org.bouncycastle.openpgp.operator.PGPKeyPairGenerator;

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
            OpenPGPKey key = new BcOpenPGPApi()
                    .generateKey(PublicKeyPacket.VERSION_4, Date.from(made))
                    .withPrimaryKey(PGPKeyPairGenerator::generateLegacyEd25519KeyPair)
                    .addUserId(owner)
                    .addSigningSubkey(PGPKeyPairGenerator::generateLegacyEd25519KeyPair)
                    .addEncryptionSubkey(PGPKeyPairGenerator::generateLegacyX25519KeyPair)
                    .build();
            Files.deleteIfExists(privateFile);
            Files.createFile(
                    privateFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            write(privateFile, key.toAsciiArmoredString());
            write(publicFile, key.toCertificate().toAsciiArmoredString());
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's keys cannot be written.", e);
        } catch (PGPException e) {
            throw new IllegalStateException("The demo's keys cannot be made.", e);
        }
    }

    private static void write(Path file, String armored) throws IOException {
        Files.write(file, armored.getBytes(StandardCharsets.US_ASCII));
    }
}
