package org.throughline.pgp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpainless.PGPainless;
import org.throughline.intake.OpenPgp;
import org.throughline.testing.Gpg;

/** OpenPGP with gpg at the other end, as partners run it. */
final class OpenPgpIT {
    /** A little later than gpg makes its keys. */
    private static final Instant NOW = Clock.systemUTC().instant().plusSeconds(120);

    private static final Instant OVER = NOW.plus(Duration.ofDays(400));
    private static final String SECRET = "a passphrase of the hub";
    private static final String TEXT = "client,measure\n1,hl\n";

    @TempDir
    private static Path folder;

    private static Gpg partner;
    private static Gpg hub;
    private static String fingerprint;
    private static Path file;
    private static OpenPgp setting;

    @BeforeAll
    static void exchangeKeys() throws Exception {
        Assumptions.assumeTrue(Gpg.installed(), "gpg is not installed.");
        partner = new Gpg(folder);
        hub = new Gpg(folder);
        fingerprint = partner.make("partner", "");
        partner.make("stranger", "");
        hub.make("hub", SECRET);
        hub.make("elsewhere", "");
        partner.take(hub.publicKey("hub"));
        partner.take(hub.publicKey("elsewhere"));
        Path passphrase = Files.writeString(folder.resolve("passphrase"), SECRET + "\n");
        Path own = hub.privateKey("hub", SECRET);
        Path theirs = partner.publicKey("partner");
        setting = new OpenPgp(
                List.of(own), Optional.of(passphrase), List.of(theirs), Optional.of(own), List.of(theirs), true);
        file = Files.writeString(folder.resolve("participants.csv"), TEXT);
    }

    @AfterAll
    static void close() {
        if (partner != null) {
            partner.close();
            hub.close();
        }
    }

    private static Opening open(Path sealed) {
        return new Opener(setting).open(sealed, folder.resolve("opened"), NOW);
    }

    private static Path signed(String... options) throws Exception {
        String[] all = new String[options.length + 3];
        all[0] = "--sign";
        all[1] = "--local-user";
        all[2] = "partner";
        System.arraycopy(options, 0, all, 3, options.length);
        return partner.seal(file, "hub", all);
    }

    private static OpenPgp with(List<Path> verify, boolean required) {
        return new OpenPgp(
                setting.decryptKeys(), setting.passphraseFile(), verify, setting.signKey(), verify, required);
    }

    @Test
    void opensWhatThePartnerSignedAndEncrypted() throws Exception {
        assertThat(open(signed())).isEqualTo(new Opening.Opened(Optional.of(fingerprint)));
        assertThat(folder.resolve("opened")).hasContent(TEXT);
        assertThat(open(signed("--armor"))).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void refusesWhatIsNotForTheHub() throws Exception {
        assertThat(open(partner.seal(file, "elsewhere", "--sign", "--local-user", "partner")))
                .isEqualTo(new Opening.Refused(PgpFault.NOT_FOR_US));
    }

    @Test
    void refusesAMissingOrUnknownSignature() throws Exception {
        assertThat(open(partner.seal(file, "hub"))).isEqualTo(new Opening.Refused(PgpFault.SIGNATURE_MISSING));
        assertThat(open(partner.seal(file, "hub", "--sign", "--local-user", "stranger")))
                .isEqualTo(new Opening.Refused(PgpFault.SIGNER_UNKNOWN));
    }

    @Test
    void opensAnUnsignedFileOnlyWhereNoSignatureIsAskedFor() throws Exception {
        Opener lenient = new Opener(with(setting.verify(), false));

        assertThat(lenient.open(partner.seal(file, "hub"), folder.resolve("opened"), NOW))
                .isEqualTo(new Opening.Opened(Optional.empty()));
        assertThat(lenient.open(
                        partner.seal(file, "hub", "--sign", "--local-user", "stranger"), folder.resolve("opened"), NOW))
                .isEqualTo(new Opening.Refused(PgpFault.SIGNER_UNKNOWN));
    }

    @Test
    void refusesAKeyThatIsOver() throws Exception {
        assertThat(new Opener(setting).open(signed(), folder.resolve("opened"), OVER))
                .isEqualTo(new Opening.Refused(PgpFault.KEY_EXPIRED));
        assertThat(seal(setting, OVER)).contains(PgpFault.KEY_EXPIRED);
    }

    @Test
    void refusesAKeyThatWasCalledBack() throws Exception {
        try (Gpg other = new Gpg(folder)) {
            String called = other.make("partner", "");
            other.take(hub.publicKey("hub"));
            Path sealed = other.seal(file, "hub", "--sign", "--local-user", called);
            OpenPgp before = with(List.of(other.publicKey("partner")), true);
            assertThat(new Opener(before).open(sealed, folder.resolve("opened"), NOW))
                    .isInstanceOf(Opening.Opened.class);

            other.revoke(called);
            OpenPgp after = with(List.of(other.publicKey("partner")), true);

            assertThat(new Opener(after).open(sealed, folder.resolve("opened"), NOW))
                    .isEqualTo(new Opening.Refused(PgpFault.KEY_REVOKED));
            assertThat(seal(after, NOW)).contains(PgpFault.KEY_REVOKED);
            assertThat(KeyState.of(after, NOW).states().get(0).revoked()).isTrue();
        }
    }

    @Test
    void refusesWeakAlgorithms() throws Exception {
        assertThat(open(signed("--cipher-algo", "CAST5"))).isEqualTo(new Opening.Refused(PgpFault.WEAK));
        assertThat(open(signed("--digest-algo", "SHA1", "--allow-weak-digest-algos")))
                .isEqualTo(new Opening.Refused(PgpFault.SIGNATURE_WRONG));
    }

    @Test
    void refusesWhatCouldBeChangedWithoutNotice() throws Exception {
        assertThat(open(unprotected())).isEqualTo(new Opening.Refused(PgpFault.NOT_PROTECTED));
    }

    /** What gpg makes no more: encrypted data without MDC. */
    private static Path unprotected() throws Exception {
        PGPPublicKey key = PGPainless.readKeyRing()
                .publicKeyRing(Files.readString(hub.publicKey("hub")))
                .getPublicKeys()
                .next();
        for (var keys = PGPainless.readKeyRing()
                        .publicKeyRing(Files.readString(hub.publicKey("hub")))
                        .getPublicKeys();
                keys.hasNext(); ) {
            PGPPublicKey candidate = keys.next();
            key = candidate.isMasterKey() ? key : candidate;
        }
        PGPEncryptedDataGenerator encryption = new PGPEncryptedDataGenerator(
                new BcPGPDataEncryptorBuilder(9).setWithIntegrityPacket(false).setSecureRandom(new SecureRandom()));
        encryption.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key));
        Path sealed = folder.resolve("unprotected.pgp");
        byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(sealed);
                OutputStream encrypted = encryption.open(out, new byte[1 << 12]);
                OutputStream literal = new PGPLiteralDataGenerator()
                        .open(encrypted, PGPLiteralData.BINARY, "x", text.length, new java.util.Date(0))) {
            literal.write(text);
        }
        return sealed;
    }

    @Test
    void refusesWhatGrowsBeyondMeasure() throws Exception {
        Path zeroes = folder.resolve("zeroes");
        Files.write(zeroes, new byte[20_000_000]);

        assertThat(open(partner.seal(zeroes, "hub", "--sign", "--local-user", "partner", "-z", "9")))
                .isEqualTo(new Opening.Refused(PgpFault.TOO_LARGE));
    }

    @Test
    void refusesDamagedBytesAndPlainOnes() throws Exception {
        byte[] sealed = Files.readAllBytes(signed());
        for (int at : new int[] {sealed.length - 5, sealed.length / 2}) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThat(open(Files.write(folder.resolve("changed.pgp"), changed)))
                    .isInstanceOf(Opening.Refused.class);
        }
        assertThat(open(Files.write(folder.resolve("cut.pgp"), java.util.Arrays.copyOf(sealed, sealed.length - 40))))
                .isEqualTo(new Opening.Refused(PgpFault.DAMAGED));
        assertThat(open(file)).isEqualTo(new Opening.Refused(PgpFault.NOT_ENCRYPTED));
        assertThat(open(Files.write(folder.resolve("empty.pgp"), new byte[0])))
                .isEqualTo(new Opening.Refused(PgpFault.NOT_ENCRYPTED));
    }

    @Test
    void refusesToOpenWithAWrongPassphrase() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong"), "not it");
        OpenPgp locked = new OpenPgp(
                setting.decryptKeys(),
                Optional.of(wrong),
                setting.verify(),
                setting.signKey(),
                setting.encryptTo(),
                true);

        assertThat(new Opener(locked).open(signed(), folder.resolve("opened"), NOW))
                .isEqualTo(new Opening.Refused(PgpFault.OWN_KEY));
        assertThat(seal(locked, NOW)).contains(PgpFault.OWN_KEY);
    }

    @Test
    void sealsWhatGpgOpensAndBelieves() throws Exception {
        assertThat(seal(setting, NOW)).isEmpty();

        Path opened = folder.resolve("at-partner.csv");
        String told = partner.run(
                "--yes",
                "--status-fd",
                "1",
                "--output",
                opened.toString(),
                "--decrypt",
                folder.resolve("out/HL_1.csv.pgp").toString());

        assertThat(opened).hasContent(TEXT);
        assertThat(told)
                .contains("GOODSIG", "DECRYPTION_OKAY", "DECRYPTION_INFO 2 9")
                .doesNotContain("EXPKEYSIG");
    }

    private static Optional<PgpFault> seal(OpenPgp keys, Instant now) throws IOException {
        return new Sealer(keys)
                .seal(
                        new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8)),
                        folder.resolve("out/HL_1.csv.pgp"),
                        now);
    }

    @Test
    void tellsWhenKeysEnd() {
        assertThat(KeyState.of(setting, NOW).states())
                .hasSize(2)
                .allSatisfy(key -> assertThat(key.expires().orElseThrow())
                        .isBetween(NOW.plus(Duration.ofDays(360)), NOW.plus(Duration.ofDays(367))));
        OpenPgp broken = with(List.of(file), true);
        assertThat(KeyState.of(broken, NOW).unreadable()).containsExactly("participants.csv");
    }
}
