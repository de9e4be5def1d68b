package org.throughline.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.throughline.intake.MappingVersion;
import org.throughline.intake.Publication;
import org.throughline.intake.Publications;
import org.throughline.problem.RefusedException;

/** Proposals and approvals in PostgreSQL, which alone says who made them. */
public final class JooqPublications implements Publications {
    private static final String PUBLICATION = """
        select p.*, v.number, exists (select 1 from intake.mapping_in_force f where f.publication_id = p.publication_id) as in_force
          from intake.mapping_publication p join intake.mapping_version v using (mapping_version_id)
        """;

    private final Database database;
    private final Clock clock;

    /** Publications of this database, stamped by this clock. */
    public JooqPublications(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Login login() {
        return database.read(jooq -> jooq.fetchSingle(
                        "select session_user::text, intake.may_propose_mappings(), intake.may_approve_mappings()")
                .map(row -> new Login(row.get(0, String.class), row.get(1, Boolean.class), row.get(2, Boolean.class))));
    }

    @Override
    public Publication propose(Proposal proposal) {
        return database.transact(jooq -> {
            long number = jooq.fetchSingle(
                            "insert into intake.mapping_publication (mapping, mapping_version_id, effective, rollback,"
                                    + " withdraws, reason, proposed_at) values (?, ?, ?, ?, ?::bigint[], ?, ?)"
                                    + " returning publication_id",
                            proposal.mapping(),
                            proposal.version(),
                            proposal.effective(),
                            proposal.rollback(),
                            proposal.withdraws().toArray(Long[]::new),
                            proposal.reason(),
                            Timestamp.from(clock.instant()))
                    .get(0, Long.class);
            return publication(jooq, number);
        });
    }

    @Override
    public Publication approve(Publication proposal, Optional<String> reason) {
        return database.transact(jooq -> {
            int approved = jooq.execute(
                    "update intake.mapping_publication set approved_at = ?, approval_reason = ? where publication_id ="
                            + " ? and approved_at is null",
                    Timestamp.from(clock.instant()),
                    reason.orElse(null),
                    proposal.number());
            if (approved == 0) {
                throw new RefusedException("Somebody else has approved this version meanwhile.");
            }
            return publication(jooq, proposal.number());
        });
    }

    @Override
    public List<Publication> of(String mapping) {
        return database.read(jooq -> jooq.fetch(PUBLICATION + " where p.mapping = ? order by p.publication_id", mapping)
                .map(JooqPublications::publication));
    }

    @Override
    public List<MappingVersion> versions(String mapping) {
        return database.read(jooq -> jooq.fetch("""
            select v.*, (select count(*) from intake.submission s where s.mapping_version_id = v.mapping_version_id) as submissions
              from intake.mapping_version v where v.mapping = ? order by v.number
            """, mapping)
                .map(row -> new MappingVersion(
                        row.get("mapping_version_id", Long.class),
                        row.get("number", Integer.class),
                        row.get("sha256", String.class),
                        row.get("author", String.class),
                        row.get("reason", String.class),
                        row.get("created_at", Timestamp.class).toInstant(),
                        row.get("submissions", Long.class))));
    }

    private static Publication publication(DSLContext jooq, long number) {
        return publication(jooq.fetchSingle(PUBLICATION + " where p.publication_id = ?", number));
    }

    private static Publication publication(Record row) {
        return new Publication(
                row.get("publication_id", Long.class),
                row.get("mapping", String.class),
                row.get("mapping_version_id", Long.class),
                row.get("number", Integer.class),
                row.get("effective", LocalDate.class),
                row.get("rollback", Boolean.class),
                row.get("reason", String.class),
                new Publication.Word(
                        row.get("proposed_by", String.class),
                        row.get("proposed_at", Timestamp.class).toInstant()),
                Optional.ofNullable(row.get("approved_by", String.class))
                        .map(login -> new Publication.Word(
                                login, row.get("approved_at", Timestamp.class).toInstant())),
                Optional.ofNullable(row.get("approval_reason", String.class)),
                row.get("in_force", Boolean.class));
    }
}
