package org.throughline.store;

import static org.throughline.store.jooq.canonical.Tables.ORGANIZATION;
import static org.throughline.store.jooq.canonical.Tables.PROGRAM;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.throughline.canonical.CanonicalRecord;
import org.throughline.canonical.Entity;
import org.throughline.setup.Partner;

/**
 * The organization and programs of a partner as canonical records, so that a provider without an HMIS export has them too. What
 * a feed says about the same key takes precedence and is never replaced from here.
 */
final class ProgramBeliefs {
    private final DSLContext jooq;
    private final OffsetDateTime now;

    ProgramBeliefs(DSLContext jooq, Instant now) {
        this.jooq = jooq;
        this.now = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
    }

    void write(Partner partner) {
        if (partner.programs().isEmpty()) {
            return;
        }
        String sender = partner.sender();
        Map<String, Object> organization =
                Map.of("name", partner.title(), "victim_service_provider", partner.victimServiceProvider());
        if (isNews(ORGANIZATION, sender, record(Entity.ORGANIZATION, sender, organization))) {
            jooq.insertInto(ORGANIZATION)
                    .set(ORGANIZATION.SENDER, sender)
                    .set(ORGANIZATION.KEY, sender)
                    .set(ORGANIZATION.NAME, partner.title())
                    .set(ORGANIZATION.VICTIM_SERVICE_PROVIDER, partner.victimServiceProvider())
                    .set(
                            ORGANIZATION.CONTENT_HASH,
                            record(Entity.ORGANIZATION, sender, organization).contentHash())
                    .set(ORGANIZATION.RECORDED_FROM, now)
                    .execute();
        }
        partner.programs().forEach(program -> program(sender, program));
    }

    private void program(String sender, Partner.PartnerProgram program) {
        CanonicalRecord record = record(
                Entity.PROGRAM,
                program.key(),
                Map.of(
                        "organization_key", sender,
                        "name", program.name(),
                        "program_type", program.programType()));
        if (isNews(PROGRAM, sender, record)) {
            jooq.insertInto(PROGRAM)
                    .set(PROGRAM.SENDER, sender)
                    .set(PROGRAM.KEY, program.key())
                    .set(PROGRAM.ORGANIZATION_KEY, sender)
                    .set(PROGRAM.NAME, program.name())
                    .set(PROGRAM.PROGRAM_TYPE, program.programType())
                    .set(PROGRAM.CONTENT_HASH, record.contentHash())
                    .set(PROGRAM.RECORDED_FROM, now)
                    .execute();
        }
    }

    private static CanonicalRecord record(Entity entity, String key, Map<String, Object> values) {
        return new CanonicalRecord(entity, key, values, Optional.empty(), false);
    }

    /** True where the record has to be written; an earlier belief of the set-up has then been closed. */
    private boolean isNews(Table<?> table, String sender, CanonicalRecord record) {
        var to = table.field("recorded_to", OffsetDateTime.class);
        var current = table.field("sender", String.class)
                .eq(sender)
                .and(table.field("key", String.class).eq(record.key()))
                .and(to.isNull());
        Record known = jooq.select(table.fields()).from(table).where(current).fetchAny();
        if (known == null) {
            return true;
        }
        boolean fromFeed = known.get("feed_id") != null;
        if (fromFeed || record.contentHash().equals(known.get("content_hash", String.class))) {
            return false;
        }
        jooq.update(table).set(to, now).where(current).execute();
        return true;
    }
}
