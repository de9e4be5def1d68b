package org.throughline.store;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which clients each provider served, as its own records say. */
public final class ServedClients {
    private final Database database;

    /** Clients of this database. */
    public ServedClients(Database database) {
        this.database = database;
    }

    /** By provider, the provider's own keys of its clients. */
    public Map<String, Set<String>> byProvider() {
        Map<String, Set<String>> served = new TreeMap<>();
        database.read(jooq -> jooq.fetch("select distinct e.sender, e.client_key from canonical.enrollment e"
                        + " join intake.sender s using (sender) where s.kind = 'provider'"))
                .forEach(row -> served.computeIfAbsent(row.get(0, String.class), any -> new TreeSet<>())
                        .add(row.get(1, String.class)));
        return served;
    }
}
