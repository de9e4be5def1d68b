package org.throughline.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Record;
import org.throughline.intake.MappingVersions;
import org.throughline.intake.Timetable;
import org.throughline.mapping.MappingSource;

/** Frozen mapping texts in PostgreSQL. */
public final class JooqMappingVersions implements MappingVersions {
    private static final String ROOT = "#root";
    private static final String BEFORE_PUBLISHING = """
        select mapping_version_id from intake.mapping_version v
         where mapping = ? and number < (select min(o.number) from intake.mapping_in_force f
                                           join intake.mapping_version o using (mapping_version_id) where f.mapping = ?)
           and exists (select 1 from intake.submission s where s.mapping_version_id = v.mapping_version_id)
         order by number desc limit 1
        """;

    private final Database database;
    private final Clock clock;

    /** Versions in this database, stamped by this clock. */
    public JooqMappingVersions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public long freeze(MappingSource source) {
        String hash = source.sha256();
        Map<String, String> files = new TreeMap<>(source.files());
        files.put(ROOT, source.root());
        return database.transact(jooq -> {
            jooq.execute("select pg_advisory_xact_lock(7305, hashtext(?))", "mapping " + source.id());
            Record known = jooq.fetchOne(
                    "select mapping_version_id from intake.mapping_version where mapping = ? and sha256 = ?",
                    source.id(),
                    hash);
            if (known != null) {
                return known.get(0, Long.class);
            }
            return jooq.fetchOne(
                            "insert into intake.mapping_version (mapping, number, sha256, files, author, reason,"
                                    + " created_at) values (?, (select coalesce(max(number), 0) + 1 from"
                                    + " intake.mapping_version where mapping = ?), ?, jsonb_object(?::text[], ?::text[]),"
                                    + " session_user, 'first used by a submission', ?) returning mapping_version_id",
                            source.id(),
                            source.id(),
                            hash,
                            files.keySet().toArray(String[]::new),
                            files.values().toArray(String[]::new),
                            Timestamp.from(clock.instant()))
                    .get(0, Long.class);
        });
    }

    @Override
    public MappingSource source(long version) {
        return database.read(jooq -> {
            Map<String, String> files = new TreeMap<>(jooq.fetch(
                            "select key, value from intake.mapping_version, jsonb_each_text(files) where"
                                    + " mapping_version_id = ?",
                            version)
                    .intoMap(file -> file.get(0, String.class), file -> file.get(1, String.class)));
            String mapping = jooq.fetchSingle(
                            "select mapping from intake.mapping_version where mapping_version_id = ?", version)
                    .get(0, String.class);
            String root = files.remove(ROOT);
            return new MappingSource(mapping, root, files);
        });
    }

    @Override
    public Timetable timetable(String mapping) {
        return database.read(jooq -> {
            List<Timetable.Entry> entries = new ArrayList<>();
            jooq.fetchOptional(BEFORE_PUBLISHING, mapping, mapping)
                    .map(row -> new Timetable.Entry(LocalDate.MIN, row.get(0, Long.class)))
                    .ifPresent(entries::add);
            entries.addAll(jooq.fetch(
                            "select effective, mapping_version_id from intake.mapping_in_force where mapping = ?"
                                    + " order by effective, publication_id",
                            mapping)
                    .map(row -> new Timetable.Entry(row.get(0, LocalDate.class), row.get(1, Long.class))));
            return new Timetable(entries);
        });
    }

    @Override
    public Optional<Long> readBy(long submission) {
        return database.read(jooq -> jooq.fetchOptional(
                        "select mapping_version_id from intake.submission where submission_id = ?", submission)
                .map(row -> row.get(0, Long.class)));
    }
}
