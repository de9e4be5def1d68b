package org.throughline.pgp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.pgpainless.PGPainless;
import org.pgpainless.algorithm.DocumentSignatureType;
import org.pgpainless.algorithm.HashAlgorithm;
import org.pgpainless.algorithm.SymmetricKeyAlgorithm;
import org.pgpainless.encryption_signing.EncryptionOptions;
import org.pgpainless.encryption_signing.EncryptionStream;
import org.pgpainless.encryption_signing.ProducerOptions;
import org.pgpainless.encryption_signing.SigningOptions;
import org.pgpainless.key.protection.SecretKeyRingProtector;
import org.throughline.intake.OpenPgp;

/** Encrypts what goes to a partner to the partner's keys with AES-256, and signs it with the hub's key. */
public final class Sealer {
    private final OpenPgp setting;

    /** Seals with these keys. */
    public Sealer(OpenPgp setting) {
        this.setting = setting;
    }

    /** True where anything is sealed on the way out. */
    public boolean isNeeded() {
        return !setting.encryptTo().isEmpty();
    }

    /** Why nothing may be sealed at an instant; empty where all keys are good. */
    public Optional<PgpFault> fault(Instant now) {
        try {
            options(now);
            return Optional.empty();
        } catch (IOException | PGPException | RuntimeException refused) {
            return Optional.of(PgpRefusal.behind(refused));
        }
    }

    /** Seals bytes into a file, which appears only when it is whole; why that cannot be, otherwise. */
    public Optional<PgpFault> seal(InputStream open, Path target, Instant now) {
        Path arriving = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.createDirectories(target.getParent());
            try (OutputStream out = Files.newOutputStream(arriving);
                    EncryptionStream sealed =
                            PGPainless.encryptAndOrSign().onOutputStream(out).withOptions(options(now))) {
                open.transferTo(sealed);
            }
            Files.move(arriving, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Optional.empty();
        } catch (IOException | PGPException | RuntimeException refused) {
            return Optional.of(PgpRefusal.behind(refused));
        } finally {
            remove(arriving);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            throw new java.io.UncheckedIOException(left);
        }
    }

    private ProducerOptions options(Instant now) throws IOException, PGPException {
        List<PGPPublicKeyRing> partners = KeyFiles.certificates(setting.encryptTo());
        EncryptionOptions encryption = EncryptionOptions.get().setEvaluationDate(Date.from(now));
        for (PGPPublicKeyRing partner : partners) {
            Optional<PgpFault> fault = KeyState.of("", partner, now).fault(now);
            if (fault.isPresent()) {
                throw new PgpRefusal(fault.get());
            }
            encryption.addRecipient(partner);
        }
        if (partners.isEmpty()) {
            throw new PgpRefusal(PgpFault.KEY_UNUSABLE);
        }
        encryption.overrideEncryptionAlgorithm(SymmetricKeyAlgorithm.AES_256);
        return ProducerOptions.signAndEncrypt(encryption, signing(now));
    }

    private SigningOptions signing(Instant now) throws IOException, PGPException {
        SigningOptions signing =
                SigningOptions.get().setEvaluationDate(Date.from(now)).overrideHashAlgorithm(HashAlgorithm.SHA512);
        SecretKeyRingProtector protector = KeyFiles.protector(setting.passphraseFile());
        for (PGPSecretKeyRing own : KeyFiles.secrets(setting.signKey().stream().toList())) {
            if (KeyState.of("", own, now).fault(now).isPresent()) {
                throw new PgpRefusal(PgpFault.OWN_KEY_OVER);
            }
            try {
                signing.addInlineSignature(protector, own, DocumentSignatureType.BINARY_DOCUMENT);
            } catch (PGPException unfit) {
                throw new PgpRefusal(PgpFault.OWN_KEY);
            }
        }
        return signing;
    }
}
