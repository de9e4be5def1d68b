package org.throughline.store;

import java.io.IOException;
import java.sql.Connection;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.throughline.canonical.Entity;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;

/**
 * Temporary tables that hold a submission until it is decided: {@code stage_record}, {@code stage_cells},
 * {@code stage_problem}, {@code stage_waiting}, {@code stage_closing}, and per kind of canonical record one
 * {@code stage_<entity>} and one {@code stage_decided_<entity>}. What is decided is written beside the staged rows, not into
 * them: a row that is changed is written anew as a whole. They end with the transaction.
 */
final class StagingArea implements AutoCloseable {
    private static final String TABLES = """
        create temp table if not exists stage_record (seq bigint, member text, record_number bigint, line bigint, row_number bigint,
          record_key text, state text) on commit drop;
        create temp table if not exists stage_cells (seq bigint, cells text) on commit drop;
        create temp table if not exists stage_problem (seq bigint, member text, record_number bigint, line bigint, row_number bigint,
          column_name text, code text, level text, fact text, told text, guidance text) on commit drop;
        create temp table if not exists stage_waiting (seq bigint, entity text, key text, changed date) on commit drop;
        create temp table if not exists stage_closing (entity text, key text, cascade boolean) on commit drop;
        """;
    /** The planner needs to know how many rows are staged, and hardly what stands in them. */
    private static final String SAMPLE = "set local default_statistics_target = 10";

    private static final int FEW = 100;
    private static final int SMALL_PART = 20;
    private final DSLContext jooq;
    private final Connection connection;
    private final LoadContext load;
    private final CopyBuffer records;
    private final KeptRows cells = new KeptRows();
    private final CopyBuffer problems;
    private final Map<Entity, StagedKind> entities = new EnumMap<>(Entity.class);
    private long seq;

    StagingArea(DSLContext jooq, Connection connection, LoadContext load) {
        this.jooq = jooq;
        this.load = load;
        this.connection = connection;
        empty();
        jooq.execute(SAMPLE);
        jooq.execute(TABLES);
        this.records = new CopyBuffer(
                connection,
                "stage_record",
                List.of("seq", "member", "record_number", "line", "row_number", "record_key", "state"));
        this.problems = new CopyBuffer(
                connection,
                "stage_problem",
                List.of(
                        "seq",
                        "member",
                        "record_number",
                        "line",
                        "row_number",
                        "column_name",
                        "code",
                        "level",
                        "fact",
                        "told",
                        "guidance"));
    }

    /** Where several submissions are decided in one transaction, the tables of the one before are used again. */
    private void empty() {
        List<String> left = jooq.fetch("select relname from pg_class where relnamespace = pg_my_temp_schema() and"
                        + " relkind = 'r' and relname like 'stage\\_%'")
                .map(row -> row.get(0, String.class));
        if (!left.isEmpty()) {
            jooq.execute("truncate " + String.join(", ", left));
        }
    }

    void add(StagedLines lines) {
        seq++;
        records.row(seq, lines.record());
        cells.add(seq, lines.cells());
        for (StagedLines.Line line : lines.canonical()) {
            entities.computeIfAbsent(line.entity(), this::open).add(seq, line);
        }
        lines.problems().forEach(problem -> add(problem, seq));
    }

    /** Adds a problem of the file or of a member as a whole. */
    void add(Problem problem) {
        add(problem, null);
    }

    /** Sends everything, and tells the planner how much there is. */
    void flush() {
        records.flush();
        problems.flush();
        describe("stage_record");
        for (Map.Entry<Entity, StagedKind> staged : entities.entrySet()) {
            staged.getValue().flush();
            describe(table(staged.getKey()));
        }
        if (seq > FEW && !isLarge()) {
            index("stage_record", "seq");
            entities.keySet().forEach(entity -> index(table(entity), "key"));
        }
    }

    /**
     * True where so much is staged, beside what is believed of these kinds, that whole tables are better gone through once than
     * looked up row by row.
     */
    boolean isLarge() {
        if (seq <= FEW) {
            return false;
        }
        String[] tables = entities.keySet().stream().map(Entity::table).toArray(String[]::new);
        Object believed = jooq.fetchValue(
                "select coalesce(max(reltuples), 0) from pg_class where relnamespace = 'canonical'::regnamespace and"
                        + " relname = any(?::text[])",
                (Object) tables);
        return seq * SMALL_PART >= ((Number) believed).doubleValue();
    }

    private void index(String table, String column) {
        jooq.execute("create index if not exists " + table + "_" + column + " on " + table + " (" + column + ")");
    }

    /** A few records are found as fast without, and a message has but one. */
    private void describe(String table) {
        if (seq > FEW) {
            jooq.execute("analyze " + table);
        }
    }

    /** Sends the problems that were found since. */
    void flushProblems() {
        problems.flush();
    }

    /** The kinds of record that are staged, parents first. */
    Set<Entity> staged() {
        return entities.keySet();
    }

    /** True where a key of this kind stands twice. */
    boolean repeats(Entity entity) {
        return entities.get(entity).repeats();
    }

    /** Stores what is new of a kind, or takes the place of another; returns how many records. */
    int begin(Entity entity) {
        return entities.get(entity).begin();
    }

    /** Sends the cells of the records that are not taken, so that they can be looked at and evaluated again. */
    void sendCells() {
        Rows rows = new Rows(connection);
        BitSet open = rows.numbers("select seq - 1 from stage_record where state is not null");
        if (!open.isEmpty()) {
            rows.copy(cells.picked(open), "copy stage_cells (seq, cells) from stdin");
        }
    }

    /** Makes the table of a kind that is not staged, so that it can be asked. */
    void ensure(Entity entity) {
        entities.computeIfAbsent(entity, this::open);
    }

    static String table(Entity entity) {
        return "stage_" + entity.table();
    }

    /** The table that tells what becomes of each staged record of a kind. */
    static String decided(Entity entity) {
        return "stage_decided_" + entity.table();
    }

    /** Tells the planner how much was decided. */
    void describeDecided(Entity entity) {
        describe(decided(entity));
    }

    /** The numbers of the records of which something is stored; one with nothing against it that is not among them is unchanged. */
    BitSet accepted() {
        return entities.isEmpty()
                ? new BitSet()
                : new Rows(connection)
                        .numbers(entities.keySet().stream()
                                .map(entity -> "select seq from " + decided(entity)
                                        + " where outcome in ('new', 'replace', 'close')")
                                .collect(Collectors.joining(" union all ")));
    }

    private void add(Problem problem, Long record) {
        Place place = problem.place();
        CopyText row = new CopyText();
        row.cell(record).cell(place.member()).cell(record == null ? null : place.record());
        row.cell(place.line() == 0 ? null : place.line()).cell(place.row() == 0 ? null : place.row());
        row.cell(place.column().isEmpty() ? null : place.column());
        row.cell(problem.code())
                .cell(problem.level().word())
                .cell(problem.fact())
                .cell(problem.told());
        row.cell(problem.guidance());
        problems.row(row.taken());
    }

    private StagedKind open(Entity entity) {
        jooq.execute(StagedKind.table(entity));
        jooq.execute("create temp table if not exists " + decided(entity) + " (seq bigint, number bigint, key text,"
                + " retracted boolean, source_updated_at timestamp, outcome text, believed bigint) on commit drop");
        return new StagedKind(jooq, connection, load, entity);
    }

    @Override
    public void close() throws IOException {
        cells.close();
        for (StagedKind kind : entities.values()) {
            kind.close();
        }
    }
}
