package org.throughline.suggest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.canonical.Entity;

/**
 * What a draft says.
 *
 * @param main the kind of record that a row is; empty where nothing could be decided
 * @param client the sender's own number of a client
 * @param key the columns that name a row
 * @param fields the other columns that are taken
 * @param left the columns that are left to the author, with the reason
 * @param writesClient false where another file tells who the clients are
 */
record Plan(
        Optional<Entity> main,
        Optional<Decided> client,
        List<Decided> key,
        List<Decided> fields,
        Map<String, String> left,
        boolean writesClient) {

    Plan {
        key = List.copyOf(key);
        fields = List.copyOf(fields);
        left = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(left));
    }

    /** The same where another member of the bundle writes the clients. */
    Plan withoutClients(String member) {
        Map<String, String> more = new LinkedHashMap<>(left);
        of(Entity.CLIENT_RECORD)
                .forEach(field -> more.put(
                        field.from().column().name(),
                        "not decided: it may be " + field.target() + ", but " + member + " writes the clients"));
        List<Decided> others = fields.stream()
                .filter(field -> field.target().entity() != Entity.CLIENT_RECORD)
                .toList();
        return new Plan(main, client, key, others, more, false);
    }

    /** The fields of a kind of record. */
    List<Decided> of(Entity entity) {
        return fields.stream()
                .filter(field -> field.target().entity() == entity)
                .toList();
    }

    /** Every column that is taken, once. */
    List<Decided> taken() {
        Map<String, Decided> taken = new LinkedHashMap<>();
        client.ifPresent(field -> taken.put(field.name(), field));
        key.forEach(field -> taken.putIfAbsent(field.name(), field));
        fields.forEach(field -> taken.putIfAbsent(field.name(), field));
        return List.copyOf(taken.values());
    }
}
