package org.throughline.store;

import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.throughline.intake.KeptOriginals;

/** Kept originals and their versions in PostgreSQL. */
public final class JooqKeptOriginals implements KeptOriginals {
    private static final String VERSION = "select mapping_version_id, number from intake.mapping_version v where ";

    private final Database database;

    /** What is kept in this database. */
    public JooqKeptOriginals(Database database) {
        this.database = database;
    }

    @Override
    public List<Kept> last(String mapping, int count) {
        return database.read(jooq -> jooq.fetch(
                        "select k.*, coalesce((select b.read_count from intake.submission b where b.feed_id = k.feed_id"
                                + " and b.status = 'loaded' and b.submission_id < k.submission_id order by"
                                + " b.submission_id desc limit 1), 0) as last_rows from ("
                                + JooqSubmissionLedger.SUBMISSION + " where f.mapping = ? and s.status in ('loaded',"
                                + " 'held') and not exists (select 1 from audit.deletion d where d.submission_id ="
                                + " s.submission_id and d.part = 'originals') order by s.submission_id desc limit ?) k order by k.submission_id desc",
                        mapping,
                        count)
                .map(row -> new Kept(JooqSubmissionLedger.submission(row), row.get("last_rows", Long.class))));
    }

    @Override
    public Optional<Version> numbered(String mapping, int number) {
        return database.read(jooq -> jooq.fetchOptional(VERSION + "mapping = ? and number = ?", mapping, number)
                .map(JooqKeptOriginals::version));
    }

    @Override
    public Optional<Version> version(long key) {
        return database.read(jooq ->
                jooq.fetchOptional(VERSION + "mapping_version_id = ?", key).map(JooqKeptOriginals::version));
    }

    @Override
    public Optional<Version> lastUsed(String mapping) {
        return database.read(jooq -> jooq.fetchOptional(
                        VERSION
                                + "mapping_version_id = (select s.mapping_version_id from intake.submission s join"
                                + " intake.feed f using (feed_id) where f.mapping = ? and s.mapping_version_id is not"
                                + " null order by s.submission_id desc limit 1)",
                        mapping)
                .map(JooqKeptOriginals::version));
    }

    private static Version version(Record row) {
        return new Version(row.get("mapping_version_id", Long.class), row.get("number", Integer.class));
    }
}
