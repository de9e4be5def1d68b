package org.throughline.canonical;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One record of the joint schema as a mapping made it: what a sender says about one key.
 *
 * @param key the sender's own key
 * @param values field name to value of the field's carrier type, in the order of the entity; absent fields are unknown
 * @param sourceUpdatedAt when the sender last changed it, in the sender's local time, where the sender says so
 * @param retracted true where the sender says that there is no such record any more; values are then empty
 */
public record CanonicalRecord(
        Entity entity,
        String key,
        Map<String, Object> values,
        Optional<LocalDateTime> sourceUpdatedAt,
        boolean retracted) {

    public CanonicalRecord {
        values = values instanceof FieldValues ? values : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The value of a field, if it is known. */
    public Optional<Object> value(String field) {
        return Optional.ofNullable(values.get(field));
    }

    /** The values in the order of the entity's fields, null where one is unknown. */
    public Object[] valuesInOrder() {
        return values instanceof FieldValues known
                ? known.of(entity.fields())
                : entity.fields().stream()
                        .map(field -> values.get(field.name()))
                        .toArray();
    }

    /** SHA-256 over entity and values in the order of the entity's fields; equal content has an equal hash. */
    public String contentHash() {
        return !retracted && values instanceof FieldValues known ? known.hash(this) : ContentHash.of(this);
    }

    /** SHA-256 of a record of this kind of which nothing is told but its key: a mention. */
    public static String mentionHash(Entity entity) {
        return new CanonicalRecord(entity, "", Map.of(), Optional.empty(), false).contentHash();
    }

    /** Names no value: records hold personal data. */
    @Override
    public String toString() {
        return "CanonicalRecord[" + entity.table() + ", " + values.size() + " fields" + (retracted ? ", retracted" : "")
                + "]";
    }
}
