package org.throughline.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.throughline.find.FoundClient;
import org.throughline.find.FoundClient.Known;
import org.throughline.find.Hits;

/** Clients by a sender's client number and by joint id, and which senders know them. */
final class ClientSearch {
    private static final String JOINT = """
        with hit as (
          select client_id from linkage.client_link where linked_to is null and sender = any(?) and client_key = ?
          union select client_id from linkage.client where client_id = ?::bigint)
        select c.client_id, c.retired_run is not null as retired, c.superseded_by, l.sender, l.client_key, l.grade
          from hit h join linkage.client c on c.client_id = h.client_id
          left join linkage.client_link l on l.client_id = c.client_id and l.linked_to is null
         order by c.client_id, l.sender, l.client_key
        """;
    private static final String APART = """
        select r.sender from canonical.client_record r
         where r.recorded_to is null and r.sender = any(?) and r.key = ?
           and not exists (select 1 from linkage.client_link l
                            where l.linked_to is null and l.sender = r.sender and l.client_key = r.key)
         order by r.sender
        """;

    private final DSLContext jooq;
    private final SearchScope scope;
    private final boolean values;

    ClientSearch(DSLContext jooq, SearchScope scope, boolean values) {
        this.jooq = jooq;
        this.scope = scope;
        this.values = values;
    }

    Hits<FoundClient> find() {
        Map<Long, List<Record>> joint = new LinkedHashMap<>();
        jooq.fetch(JOINT, scope.senders(), scope.key(), scope.shape().number().orElse(null))
                .forEach(row -> joint.computeIfAbsent(row.get("client_id", Long.class), any -> new ArrayList<>())
                        .add(row));
        List<FoundClient> found = new ArrayList<>();
        joint.values().stream().filter(this::inScope).forEach(rows -> found.add(client(rows)));
        jooq.fetch(APART, scope.senders(), scope.key())
                .forEach(row -> found.add(apart(row.get("sender", String.class))));
        return Hits.of(found, scope.limit());
    }

    /** A client that no sender in scope knows belongs to somebody else's search. */
    private boolean inScope(List<Record> rows) {
        List<String> senders = List.of(scope.senders());
        return scope.sought().onlySender().isEmpty()
                || rows.stream().anyMatch(row -> senders.contains(row.get("sender", String.class)));
    }

    private FoundClient client(List<Record> rows) {
        Record first = rows.get(0);
        return new FoundClient(
                Optional.of(first.get("client_id", Long.class)),
                first.get("retired", Boolean.class),
                Optional.ofNullable(first.get("superseded_by", Long.class)),
                rows.stream()
                        .filter(row -> row.get("sender") != null)
                        .map(this::known)
                        .toList());
    }

    private FoundClient apart(String sender) {
        return new FoundClient(
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(new Known(sender, Optional.of(scope.key()), Optional.empty())));
    }

    private Known known(Record row) {
        return new Known(
                row.get("sender", String.class),
                Optional.of(row.get("client_key", String.class)).filter(key -> values || key.equals(scope.key())),
                Optional.of(row.get("grade", String.class)));
    }
}
