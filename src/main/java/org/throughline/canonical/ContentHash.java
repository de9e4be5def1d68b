package org.throughline.canonical;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash by which two beliefs are found equal. */
final class ContentHash {

    private ContentHash() {}

    static String of(CanonicalRecord record) {
        StringBuilder text = new StringBuilder(record.entity().table());
        for (Field field : record.entity().fields()) {
            Object value = record.values().get(field.name());
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
