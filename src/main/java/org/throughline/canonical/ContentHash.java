package org.throughline.canonical;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash by which two beliefs are found equal. */
final class ContentHash {
    private static final MessageDigest UNUSED = made();

    private ContentHash() {}

    static String of(CanonicalRecord record) {
        StringBuilder text = new StringBuilder(record.entity().table());
        for (Object value : record.valuesInOrder()) {
            text.append('\u001f');
            if (value != null) {
                text.append('=').append(plain(value).replace("\u001f", "\u001f\u001f"));
            }
        }
        return HexFormat.of().formatHex(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal amount ? amount.stripTrailingZeros().toPlainString() : value.toString();
    }

    private static MessageDigest made() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** To copy one is much cheaper than to ask the platform for it. */
    private static MessageDigest sha256() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The SHA-256 of this platform cannot be copied", e);
        }
    }
}
