package org.throughline.store;

import static org.throughline.store.jooq.intake.Tables.RETENTION;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.jooq.DSLContext;
import org.throughline.setup.Partner;
import org.throughline.setup.Retention;

/** How long what a partner sends is kept, as rows. Each change is an entry of its own in the audit ledger. */
final class RetentionRows {
    private final DSLContext jooq;

    RetentionRows(DSLContext jooq) {
        this.jooq = jooq;
    }

    Optional<Retention> of(String sender) {
        return jooq.selectFrom(RETENTION)
                .where(RETENTION.SENDER.eq(sender))
                .fetchOptional(row -> new Retention(row.getOriginals(), row.getRecords(), row.getReason()));
    }

    void write(Partner partner, OffsetDateTime now) {
        Optional<Retention> before = of(partner.sender());
        if (before.equals(partner.retention())) {
            return;
        }
        jooq.deleteFrom(RETENTION).where(RETENTION.SENDER.eq(partner.sender())).execute();
        partner.retention()
                .ifPresent(rule -> jooq.insertInto(RETENTION)
                        .set(RETENTION.SENDER, partner.sender())
                        .set(RETENTION.ORIGINALS, rule.originals())
                        .set(RETENTION.RECORDS, rule.records())
                        .set(RETENTION.REASON, rule.reason())
                        .set(RETENTION.SETUP_SHA256, partner.sha256())
                        .set(RETENTION.APPLIED_AT, now)
                        .execute());
        jooq.execute(
                "insert into audit.entry (at, action, object, detail) values (?::timestamptz, 'retention.change', ?,"
                        + " jsonb_build_object('before', ?::text, 'after', ?::text, 'setup_sha256', ?::text))",
                now.toString(),
                "partner " + partner.sender(),
                words(before),
                words(partner.retention()),
                partner.sha256());
    }

    private static String words(Optional<Retention> rule) {
        return rule.map(known ->
                        "originals " + known.originals() + ", records " + known.records() + ": " + known.reason())
                .orElse("everything is kept");
    }
}
