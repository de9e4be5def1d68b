package org.throughline.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;

/**
 * The staged records of one kind. To the server goes what the decisions ask for, which is little; the whole row, as it will stand in
 * the canonical table, is kept here until it is known to be new.
 */
final class StagedKind implements AutoCloseable {
    private static final List<String> ASKED =
            List.of("seq", "number", "key", "retracted", "source_updated_at", "content_hash");

    private static final Map<Entity, List<Field>> REFERENCES = Arrays.stream(Entity.values())
            .collect(Collectors.toMap(
                    entity -> entity,
                    entity -> entity.fields().stream()
                            .filter(field -> field.name().endsWith("_key"))
                            .toList(),
                    (one, other) -> one,
                    () -> new EnumMap<>(Entity.class)));

    /** So many rows stay in the server's memory on their way, with what its triggers remember of them. */
    private static final int AT_ONCE = 50_000;

    private final DSLContext jooq;
    private final LoadContext load;
    private final Entity entity;
    private final Rows rows;
    private final CopyBuffer staged;
    private final KeptRows kept = new KeptRows();
    private final KeysOnce keys = new KeysOnce();
    private long number;

    StagedKind(DSLContext jooq, Connection connection, LoadContext load, Entity entity) {
        this.jooq = jooq;
        this.load = load;
        this.entity = entity;
        this.rows = new Rows(connection);
        List<String> columns = Stream.concat(
                        ASKED.stream(), references(entity).stream().map(Field::name))
                .toList();
        this.staged = new CopyBuffer(connection, StagingArea.table(entity), columns);
    }

    /** The fields by which a record names others: all that is staged of its content. */
    static List<Field> references(Entity entity) {
        return REFERENCES.get(entity);
    }

    /** The definition of the table that holds what is staged. */
    static String table(Entity entity) {
        return "create temp table if not exists " + StagingArea.table(entity)
                + " (seq bigint, number bigint, key text, retracted boolean, source_updated_at timestamp, content_hash text"
                + references(entity).stream()
                        .map(field -> ", " + field.name() + " text")
                        .collect(Collectors.joining())
                + ") on commit drop";
    }

    void add(long seq, StagedLines.Line line) {
        staged.row(seq, number++, line.staged());
        kept.add(line.stored());
        keys.add(line.key());
    }

    /** True where a key stands twice; most files hold none, and need no sorting. */
    boolean repeats() {
        return !keys.eachOnce()
                && (boolean) jooq.fetchValue("select exists (select 1 from " + StagingArea.table(entity)
                        + " group by key having count(*) > 1)");
    }

    void flush() {
        staged.flush();
    }

    /**
     * Stores the records that are new or take the place of another; returns how many. They come by way of a table of their own: the
     * canonical tables show providers their own rows only, and tables that do so take no COPY.
     */
    int begin() {
        BitSet begun = rows.numbers(
                "select number from " + StagingArea.decided(entity) + " where outcome in ('new', 'replace')");
        if (begun.isEmpty()) {
            return 0;
        }
        String table = "stage_begun_" + entity.table();
        jooq.execute("create temp table if not exists " + table
                + " (key text, source_updated_at timestamp, source_member text,"
                + " source_line bigint, content_hash text"
                + columns(field -> ", " + field.name() + " " + sqlType(field))
                + ") on commit drop");
        KeptRows.Picked next = kept.picked(begun);
        int stored = 0;
        for (int left = begun.cardinality(); left > 0; left -= AT_ONCE) {
            rows.copy(next, AT_ONCE, "copy " + table + " from stdin");
            stored += insert(table);
            jooq.execute("truncate " + table);
        }
        if (stored != begun.cardinality()) {
            throw new IllegalStateException("Of " + begun.cardinality() + " new records " + stored + " were stored");
        }
        return stored;
    }

    private int insert(String table) {
        return jooq.execute(
                """
                insert into %s (sender, feed_id, submission_id, mapping_version_id, recorded_from,
                                key, source_updated_at, source_member, source_line, content_hash%s)
                select ?, ?, ?, ?, ?, key, source_updated_at, source_member, source_line, content_hash%2$s from %s
                """.formatted(RecordDecision.belief(entity), columns(field -> ", " + field.name()), table),
                load.sender(),
                load.feed(),
                load.submission(),
                load.mappingVersion(),
                Timestamp.from(load.now()));
    }

    private String columns(Function<Field, String> written) {
        return entity.fields().stream().map(written).collect(Collectors.joining());
    }

    private static String sqlType(Field field) {
        return switch (field.type()) {
            case TEXT -> "text";
            case INTEGER -> "bigint";
            case DECIMAL -> "numeric(14,2)";
            case DATE -> "date";
            case INSTANT -> "timestamptz";
            case BOOLEAN -> "boolean";
        };
    }

    @Override
    public void close() throws IOException {
        kept.close();
        keys.close();
    }
}
