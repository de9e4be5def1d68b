package org.throughline.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;
import org.throughline.find.FoundRecord;
import org.throughline.find.FoundRecord.Source;
import org.throughline.find.FoundRecord.Version;
import org.throughline.find.Hits;
import org.throughline.intake.FeedId;

/**
 * Records by key, in every kind of record and of every sender. What is believed and what is not any more have an index each, so
 * that a load writes the second one only for what it ends.
 */
final class RecordSearch {
    private static final String BELIEF = """
        select '%1$s' as kind, %1$s_id as id, sender, feed_id, submission_id, source_member, source_line, recorded_from, recorded_to
          from %2$s where sender = any(?) and key = ? and recorded_to is %3$s
        """;
    private static final String STATEMENT = Arrays.stream(Entity.values())
                    .flatMap(entity -> List.of("null", "not null").stream()
                            .map(end -> BELIEF.formatted(entity.table(), RecordDecision.belief(entity), end)))
                    .collect(Collectors.joining(" union all ", "with hit as (", ") "))
            + "select h.*, f.name from hit h left join intake.feed f using (feed_id)"
            + " where ?::bigint is null or h.feed_id = ? order by h.recorded_from desc, h.id desc";

    private final DSLContext jooq;
    private final SearchScope scope;
    private final boolean values;

    RecordSearch(DSLContext jooq, SearchScope scope, boolean values) {
        this.jooq = jooq;
        this.scope = scope;
        this.values = values;
    }

    private record Name(String sender, Entity kind) {}

    Hits<FoundRecord> find() {
        Map<Name, List<Version>> found = new LinkedHashMap<>();
        for (Record row : jooq.fetch(STATEMENT, binds())) {
            found.computeIfAbsent(name(row), any -> new ArrayList<>()).add(version(row));
        }
        List<FoundRecord> told = found.entrySet().stream()
                .limit(scope.limit())
                .map(entry -> record(entry.getKey(), Hits.of(entry.getValue(), scope.limit())))
                .toList();
        return new Hits<>(told, found.size());
    }

    private Object[] binds() {
        List<Object> binds = new ArrayList<>();
        for (int branch = 0; branch < 2 * Entity.values().length; branch++) {
            binds.add(scope.senders());
            binds.add(scope.key());
        }
        binds.add(scope.feed());
        binds.add(scope.feed());
        return binds.toArray();
    }

    private FoundRecord record(Name name, Hits<Version> versions) {
        return new FoundRecord(name.sender(), name.kind(), values ? filled(name.kind(), versions) : versions);
    }

    private Hits<Version> filled(Entity kind, Hits<Version> versions) {
        String fields = kind.fields().stream()
                .map(field -> "\"" + field.name() + "\"::text")
                .collect(Collectors.joining(", "));
        Map<Long, Map<String, String>> known = new LinkedHashMap<>();
        jooq.fetch(
                        "select %1$s_id as id, %2$s from %3$s where %1$s_id = any(?)"
                                .formatted(kind.table(), fields, RecordDecision.belief(kind)),
                        (Object) versions.told().stream().map(Version::id).toArray(Long[]::new))
                .forEach(row -> known.put(row.get("id", Long.class), fields(kind, row)));
        return new Hits<>(
                versions.told().stream()
                        .map(version -> version.with(known.getOrDefault(version.id(), Map.of())))
                        .toList(),
                versions.all());
    }

    private static Map<String, String> fields(Entity kind, Record row) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            Optional.ofNullable(row.get(field.name(), String.class))
                    .ifPresent(value -> fields.put(field.name(), value));
        }
        return fields;
    }

    private static Name name(Record row) {
        return new Name(
                row.get("sender", String.class),
                Entity.named(row.get("kind", String.class)).orElseThrow());
    }

    private static Version version(Record row) {
        return new Version(
                row.get("id", Long.class),
                source(row),
                instant(row, "recorded_from").orElseThrow(),
                instant(row, "recorded_to"),
                Map.of());
    }

    private static Optional<Source> source(Record row) {
        return Optional.ofNullable(row.get("submission_id", Long.class))
                .map(submission -> new Source(
                        new FeedId(row.get("sender", String.class), row.get("name", String.class)),
                        submission,
                        row.get("source_member", String.class),
                        row.get("source_line", Long.class)));
    }

    private static Optional<Instant> instant(Record row, String column) {
        return Optional.ofNullable(row.get(column, Timestamp.class)).map(Timestamp::toInstant);
    }
}
