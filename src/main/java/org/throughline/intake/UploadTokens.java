package org.throughline.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Tokens with which partners upload files by HTTP. The hub keeps their hashes only; a token is random and long. */
public interface UploadTokens {

    /** The senders of all tokens that are in use, by the SHA-256 of the token. */
    Map<String, String> senders();

    /** Takes a new token of a sender into use. */
    void add(String sender, String sha256);

    /** Takes every token of a sender out of use; returns how many there were. */
    int revoke(String sender);

    /** SHA-256 of a token, as it is kept. */
    static String sha256(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
