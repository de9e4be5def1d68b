package org.throughline.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Proof that a part of a submission was removed at the end of its retention.
 *
 * @param part {@code originals} or {@code records}
 * @param rule how long it was to be kept, until when, and who says so
 * @param removed how many of what were removed
 * @param stayed records of it that are told again, still referred to, or relied on by a disclosure
 * @param text the whole proof as it stands in the book
 */
public record Proof(
        long submission,
        String part,
        String sender,
        String feed,
        String file,
        Bytes bytes,
        Rule rule,
        Map<String, Long> removed,
        Map<String, Long> stayed,
        Instant purgedAt,
        String purgedBy,
        String text) {

    public Proof {
        removed = Map.copyOf(removed);
        stayed = Map.copyOf(stayed);
    }

    /**
     * The original that is gone.
     *
     * @param sealedSha256 hash of the encrypted bytes, where the file was sealed
     * @param shared true where a submission that is still kept has the same bytes
     */
    public record Bytes(String sha256, Optional<String> sealedSha256, long size, boolean shared) {}

    /** The rule under which it went. */
    public record Rule(String retained, LocalDate dueOn, String reason, String setupSha256) {}

    /** What people call it, such as {@code 12/originals}. */
    public String name() {
        return submission + "/" + part;
    }

    /** True where the bytes went. */
    public boolean ofOriginals() {
        return part.equals("originals");
    }

    /** How many things were removed. */
    public long deletions() {
        return removed.values().stream().mapToLong(Long::longValue).sum();
    }
}
