package org.throughline.pgp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.pgpainless.PGPainless;
import org.pgpainless.algorithm.SymmetricKeyAlgorithm;
import org.pgpainless.decryption_verification.ConsumerOptions;
import org.pgpainless.decryption_verification.DecryptionStream;
import org.pgpainless.decryption_verification.MessageMetadata;
import org.pgpainless.decryption_verification.SignatureVerification;
import org.pgpainless.key.protection.SecretKeyRingProtector;
import org.throughline.intake.OpenPgp;

/** Opens what a partner encrypted, as a stream from file to file, and holds its signature against the partner's keys. */
public final class Opener {
    private static final int CHUNK = 65_536;
    private static final Set<SymmetricKeyAlgorithm> STRONG = EnumSet.of(
            SymmetricKeyAlgorithm.AES_128,
            SymmetricKeyAlgorithm.AES_192,
            SymmetricKeyAlgorithm.AES_256,
            SymmetricKeyAlgorithm.CAMELLIA_256,
            SymmetricKeyAlgorithm.TWOFISH);
    /** A text of zeroes packs a thousandfold; what partners send packs tenfold, seldom fiftyfold. */
    private static final long MOST_TIMES = 200;

    private static final long SMALL = 1 << 20;

    private final OpenPgp setting;

    /** Opens by these keys. */
    public Opener(OpenPgp setting) {
        this.setting = setting;
    }

    /** Opens one file into another, which must be thrown away where the answer is a refusal. */
    public Opening open(Path sealed, Path target, Instant now) {
        try {
            List<PGPPublicKeyRing> partners = KeyFiles.certificates(setting.verify());
            MessageMetadata message = decrypt(sealed, target, partners);
            if (!message.isEncrypted()) {
                return new Opening.Refused(PgpFault.NOT_ENCRYPTED);
            }
            if (!STRONG.contains(message.getEncryptionAlgorithm())) {
                return new Opening.Refused(PgpFault.WEAK);
            }
            return judged(message, partners, now);
        } catch (IOException | PGPException | RuntimeException refused) {
            return new Opening.Refused(PgpRefusal.behind(refused));
        }
    }

    private MessageMetadata decrypt(Path sealed, Path target, List<PGPPublicKeyRing> partners)
            throws IOException, PGPException {
        ConsumerOptions options = ConsumerOptions.get();
        SecretKeyRingProtector protector = KeyFiles.protector(setting.passphraseFile());
        for (PGPSecretKeyRing own : KeyFiles.secrets(setting.decryptKeys())) {
            options.addDecryptionKey(own, protector);
        }
        partners.forEach(options::addVerificationCert);
        long most = Math.max(SMALL, Files.size(sealed) * MOST_TIMES);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(sealed), CHUNK);
                OutputStream out = Files.newOutputStream(target)) {
            DecryptionStream opened =
                    PGPainless.decryptAndOrVerify().onInputStream(in).withOptions(options);
            try (opened) {
                copy(opened, out, most);
            }
            return opened.getMetadata();
        }
    }

    private static void copy(InputStream opened, OutputStream out, long most) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long written = 0;
        for (int read = opened.read(chunk); read >= 0; read = opened.read(chunk)) {
            written += read;
            if (written > most) {
                throw new PgpRefusal(PgpFault.TOO_LARGE);
            }
            out.write(chunk, 0, read);
        }
    }

    private Opening judged(MessageMetadata message, List<PGPPublicKeyRing> partners, Instant now) throws PgpRefusal {
        Optional<PgpFault> fault = Optional.empty();
        for (SignatureVerification signature : message.getVerifiedSignatures()) {
            PGPPublicKeyRing signer = partners.stream()
                    .filter(known -> known.getPublicKey(signature.getSignature().getKeyID()) != null)
                    .findFirst()
                    .orElseThrow();
            KeyState key = KeyState.of("", signer, now);
            fault = key.fault(now);
            if (fault.isEmpty()) {
                return new Opening.Opened(Optional.of(key.fingerprint()));
            }
        }
        Optional<PgpFault> why = fault.isPresent() ? fault : rejected(message, partners, now);
        boolean mayPass = !setting.requireSignature() && why.isEmpty() && !message.getHasSignature();
        return mayPass
                ? new Opening.Opened(Optional.empty())
                : new Opening.Refused(why.orElse(PgpFault.SIGNATURE_MISSING));
    }

    /** Why none of the signatures was good; empty where there is none. */
    private static Optional<PgpFault> rejected(MessageMetadata message, List<PGPPublicKeyRing> partners, Instant now)
            throws PgpRefusal {
        Optional<PgpFault> unknown = Optional.empty();
        for (SignatureVerification.Failure failure : message.getRejectedSignatures()) {
            long key = failure.getSignature().getKeyID();
            Optional<PGPPublicKeyRing> signer = partners.stream()
                    .filter(known -> known.getPublicKey(key) != null)
                    .findFirst();
            if (signer.isPresent()) {
                return Optional.of(KeyState.of("", signer.get(), now).fault(now).orElse(PgpFault.SIGNATURE_WRONG));
            }
            unknown = Optional.of(PgpFault.SIGNER_UNKNOWN);
        }
        return unknown;
    }
}
