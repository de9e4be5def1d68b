package org.throughline.linkage;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Synthetic client records for tests, written as {@code first=Ana; last=Cruz; ssn=219097654; born=1990-05-17}. */
final class TestClients {
    static final LocalDate TODAY = LocalDate.of(2026, 10, 6);

    private TestClients() {}

    static ClientRef ref(String senderAndKey) {
        var slash = senderAndKey.indexOf('/');
        return new ClientRef(senderAndKey.substring(0, slash), senderAndKey.substring(slash + 1));
    }

    static ClientPair pair(String one, String other) {
        return ClientPair.of(ref(one), ref(other));
    }

    static ClientIdentifiers client(String senderAndKey, String written) {
        Map<String, String> values = new HashMap<>();
        for (var part : written.split(";")) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                values.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        return client(ref(senderAndKey), values);
    }

    static ClientIdentifiers client(ClientRef ref, Map<String, String> values) {
        return new ClientIdentifiers(
                ref,
                values.getOrDefault("first", ""),
                values.getOrDefault("middle", ""),
                values.getOrDefault("last", ""),
                values.getOrDefault("suffix", ""),
                values.getOrDefault("name_quality", "1"),
                values.getOrDefault("ssn", ""),
                values.getOrDefault("ssn_quality", "1"),
                Optional.ofNullable(values.get("born")).map(LocalDate::parse),
                values.getOrDefault("born_quality", "1"),
                values.getOrDefault("phone", ""),
                values.getOrDefault("other_id", ""));
    }
}
