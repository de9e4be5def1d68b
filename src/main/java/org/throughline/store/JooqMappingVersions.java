package org.throughline.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Record;
import org.throughline.intake.MappingVersions;
import org.throughline.mapping.MappingSource;

/** Frozen mapping texts in PostgreSQL. */
public final class JooqMappingVersions implements MappingVersions {
    private static final String ROOT = "#root";

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
}
