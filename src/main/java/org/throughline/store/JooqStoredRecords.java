package org.throughline.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;
import org.throughline.coverage.Need;
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
    public List<Look> looks(int each) {
        return database.read(jooq -> jooq.fetch("""
            select * from (
              select f.sender, f.mapping, h.member, h.submission_id, h.read_count, h.header, h.filled,
                     row_number() over (partition by h.feed_id, h.member order by h.submission_id desc) as age
                from intake.feed_header h join intake.feed f on f.feed_id = h.feed_id
               where cardinality(h.filled) > 0) numbered
             where age <= ? order by sender, mapping, member, submission_id desc
            """, each).map(JooqStoredRecords::look));
    }

    private static Look look(Record row) {
        String[] header = row.get("header", String[].class);
        Long[] counts = row.get("filled", Long[].class);
        Map<String, Long> filled = new LinkedHashMap<>();
        for (int column = 0; column < counts.length; column++) {
            filled.putIfAbsent(header[column], counts[column]);
        }
        return new Look(
                row.get("sender", String.class),
                row.get("mapping", String.class),
                row.get("member", String.class),
                row.get("submission_id", Long.class),
                row.get("read_count", Long.class),
                filled);
    }

    @Override
    public List<Used> used(Instant since) {
        Timestamp from = Timestamp.from(since);
        return database.read(jooq -> jooq.fetch("""
            select v.measure as used_by, '' as sender, count(distinct v.run_id) as times, max(r.as_of) as last
              from measure.value v join measure.run r on r.run_id = v.run_id where r.as_of >= ? group by v.measure
            union all
            select ?, '', count(*), max(finished_at) from linkage.run where finished_at >= ? having count(*) > 0
            union all
            select ?, sender, count(*), max(written_at) from release.outcome_file where written_at >= ? group by sender
            order by 1, 2
            """, from, Need.LINKAGE, from, Need.OUTCOMES, from)
                .map(row -> new Used(
                        row.get("used_by", String.class),
                        row.get("sender", String.class),
                        row.get("times", Long.class),
                        row.get("last", Timestamp.class).toInstant())));
    }
}
