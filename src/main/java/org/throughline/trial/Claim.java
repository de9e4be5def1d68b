package org.throughline.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.throughline.canonical.CanonicalRecord;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;

/**
 * What a source record says of one canonical key, as far as deciding needs it.
 *
 * @param of the source record
 * @param ordinal its position among the canonical records of that source record
 * @param content first half of its content's hash; the chance that two contents share it is nil for files of any size
 * @param mention true where nothing is told but the key
 * @param parents keys of the parents, in the order of {@link #references}; empty where there is none
 */
record Claim(
        TriedRecord of, int ordinal, String key, Content content, boolean mention, List<Optional<String>> parents) {
    private static final int HALF = 16;
    private static final Map<Entity, String> MENTIONS = new ConcurrentHashMap<>();

    /** What is said, without the words: two that are equal say the same. */
    record Content(long first, long second, boolean retracted) {}

    static Claim of(TriedRecord record, int ordinal, CanonicalRecord canonical) {
        String hash = canonical.contentHash();
        boolean mention = !canonical.retracted() && hash.equals(mentionHash(canonical.entity()));
        Content content = new Content(
                Long.parseUnsignedLong(hash, 0, HALF, HALF),
                Long.parseUnsignedLong(hash, HALF, 2 * HALF, HALF),
                canonical.retracted());
        return new Claim(record, ordinal, canonical.key(), content, mention, parents(canonical));
    }

    private static String mentionHash(Entity entity) {
        return MENTIONS.computeIfAbsent(entity, CanonicalRecord::mentionHash);
    }

    private static List<Optional<String>> parents(CanonicalRecord canonical) {
        List<Field> references = references(canonical.entity());
        if (references.isEmpty()) {
            return List.of();
        }
        List<Optional<String>> parents = new ArrayList<>(references.size());
        references.forEach(field -> parents.add(canonical.value(field.name()).map(Object::toString)));
        return parents;
    }

    /** The fields of an entity that hold the key of a parent. */
    static List<Field> references(Entity entity) {
        return entity.fields().stream()
                .filter(field -> field.parent().isPresent())
                .toList();
    }

    boolean retracted() {
        return content.retracted();
    }

    /** Names no key. */
    @Override
    public String toString() {
        return "Claim[" + of + "]";
    }
}
