package org.throughline.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How files to and from a partner are sealed with OpenPGP. Holds the names of key files; no key is read here.
 *
 * @param decryptKeys the hub's private keys, the current one and those before it
 * @param passphraseFile file with the passphrase of the hub's private keys
 * @param verify the partner's public keys that may have signed what arrives
 * @param signKey the hub's private key that signs what leaves
 * @param encryptTo the partner's public keys that what leaves is encrypted to; nothing is sealed on the way out without one
 * @param requireSignature true to refuse what arrives without a good signature
 */
public record OpenPgp(
        List<Path> decryptKeys,
        Optional<Path> passphraseFile,
        List<Path> verify,
        Optional<Path> signKey,
        List<Path> encryptTo,
        boolean requireSignature) {

    public OpenPgp {
        decryptKeys = List.copyOf(decryptKeys);
        verify = List.copyOf(verify);
        encryptTo = List.copyOf(encryptTo);
    }
}
