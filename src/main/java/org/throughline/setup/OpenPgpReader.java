package org.throughline.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.intake.OpenPgp;

/** Reads how an account's files are sealed: which keys open and sign, and which files hold them. */
final class OpenPgpReader {
    private final AccountReader files;
    private final SetupNode node;

    OpenPgpReader(AccountReader files, SetupNode node) {
        this.files = files;
        this.node = node;
    }

    OpenPgp read() {
        List<Path> decrypt = many("decrypt_keys");
        Optional<Path> passphrase = one("passphrase_file");
        List<Path> verify = many("verify");
        Optional<Path> sign = one("sign_key");
        List<Path> encrypt = many("encrypt_to");
        boolean required = Words.flag(node, "require_signature").orElse(true);
        check(
                !decrypt.isEmpty() || !encrypt.isEmpty(),
                "decrypt_keys",
                "The block seals nothing. Name decrypt_keys for"
                        + " files that arrive, encrypt_to for files that leave, or both.");
        check(
                decrypt.isEmpty() || !required || !verify.isEmpty(),
                "verify",
                "Files that arrive must be signed, but no key of the partner is named under verify. Name one, or say"
                        + " require_signature: false.");
        check(
                encrypt.isEmpty() || sign.isPresent(),
                "sign_key",
                "Files that leave are signed. Name the hub's private key under sign_key.");
        node.finish();
        return new OpenPgp(decrypt, passphrase, verify, sign, encrypt, required);
    }

    private void check(boolean kept, String key, String message) {
        if (!kept) {
            node.find(key, message);
        }
    }

    private Optional<Path> one(String key) {
        return node.text(key).map(text -> readable(key, text));
    }

    private List<Path> many(String key) {
        List<Path> paths = new ArrayList<>();
        node.texts(key).forEach(text -> paths.add(readable(key, text)));
        return paths;
    }

    private Path readable(String key, String text) {
        Path path = files.file(node, key, text);
        if (!path.toString().contains("${") && !Files.isReadable(path)) {
            node.findItem(
                    key,
                    text,
                    "The file " + text + " is not there or cannot be read. Put the key there; a private key and its"
                            + " passphrase readable by the hub alone (mode 0600).");
        }
        return path;
    }
}
