package org.throughline.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;
import org.throughline.coverage.StoredRecords;

/** Counts of what is stored, from PostgreSQL. */
public final class JooqStoredRecords implements StoredRecords {
    private static final String LATEST = """
        with latest as (
          select * from (
            select f.sender, f.name, f.mapping, s.submission_id, s.read_count, s.accepted_count + s.unchanged_count as good,
                   row_number() over (partition by f.feed_id order by s.submission_id desc) as age
              from intake.submission s join intake.feed f on f.feed_id = s.feed_id
             where s.status in ('loaded', 'held')) numbered
           where age <= ?)
        """;

    private final Database database;

    /** The records of this database. */
    public JooqStoredRecords(Database database) {
        this.database = database;
    }

    @Override
    public List<Filled> filled() {
        return database.read(jooq -> {
            List<Filled> all = new ArrayList<>();
            for (Entity entity : Entity.values()) {
                all.addAll(filled(jooq, entity));
            }
            return all;
        });
    }

    private static List<Filled> filled(DSLContext jooq, Entity entity) {
        String counts = entity.fields().stream()
                .map(Field::name)
                .map(name -> "count(\"" + name + "\") as \"" + name + "\"")
                .collect(Collectors.joining(", "));
        String query = "select sender, count(*) as of_all, " + counts + " from " + entity.schema() + "."
                + entity.table() + " where recorded_to is null group by sender order by sender";
        return jooq.fetch(query).map(row -> filled(entity, row));
    }

    private static Filled filled(Entity entity, Record row) {
        Map<String, Long> fields = new LinkedHashMap<>();
        entity.fields().forEach(field -> fields.put(field.name(), row.get(field.name(), Long.class)));
        return new Filled(row.get("sender", String.class), entity.table(), row.get("of_all", Long.class), fields);
    }

    @Override
    public List<Recent> recent(int each) {
        return database.read(jooq -> jooq.fetch(
                        LATEST + "select * from latest order by sender, name, submission_id desc", each)
                .map(row -> new Recent(
                        row.get("sender", String.class),
                        row.get("sender", String.class) + "/" + row.get("name", String.class),
                        row.get("mapping", String.class),
                        row.get("submission_id", Long.class),
                        row.get("read_count", Long.class),
                        row.get("good", Long.class))));
    }

    @Override
    public List<Troubled> troubled(int each) {
        return database.read(jooq -> jooq.fetch(LATEST + """
            select l.sender, l.mapping, p.column_name,
                   count(distinct (p.submission_id, p.member, p.record_number)) as records
              from latest l join intake.problem p on p.submission_id = l.submission_id
             where p.level in ('hold_row', 'reject') and p.record_number is not null and p.column_name <> ''
             group by l.sender, l.mapping, p.column_name
             order by l.sender, l.mapping, p.column_name
            """, each)
                .map(row -> new Troubled(
                        row.get("sender", String.class),
                        row.get("mapping", String.class),
                        row.get("column_name", String.class),
                        row.get("records", Long.class))));
    }

    @Override
    public Set<String> measured(Instant since) {
        return new HashSet<>(database.read(jooq -> jooq.fetch(
                        "select distinct v.measure from measure.value v join measure.run r on r.run_id = v.run_id"
                                + " where r.as_of >= ?",
                        Timestamp.from(since))
                .getValues("measure", String.class)));
    }
}
