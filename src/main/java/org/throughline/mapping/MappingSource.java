package org.throughline.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The text of a mapping with everything it refers to (members, base, code lists), so that it can be stored and compiled again
 * as it was.
 *
 * @param id the mapping
 * @param root path of the mapping's own first file, one of the keys of files
 * @param files path below mappings/ to text
 */
public record MappingSource(String id, String root, Map<String, String> files) {

    public MappingSource {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** SHA-256 over the names and texts of the files. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, text) -> {
                digest.update((path + "\u0000" + text.length() + "\u0000").getBytes(StandardCharsets.UTF_8));
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
