package org.throughline.store;

import static org.throughline.store.jooq.intake.Tables.SENDER;
import static org.throughline.store.jooq.intake.Tables.UPLOAD_TOKEN;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.throughline.intake.UploadTokens;
import org.throughline.problem.NotFoundException;

/** Hashes of upload tokens in PostgreSQL; making and revoking stand in the audit ledger. */
public final class JooqUploadTokens implements UploadTokens {
    private final Database database;
    private final Clock clock;

    /** Tokens of this database. */
    public JooqUploadTokens(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Map<String, String> senders() {
        return database.read(jooq -> jooq.selectFrom(UPLOAD_TOKEN)
                .where(UPLOAD_TOKEN.REVOKED_AT.isNull())
                .fetchMap(UPLOAD_TOKEN.SHA256, UPLOAD_TOKEN.SENDER));
    }

    @Override
    public void add(String sender, String sha256) {
        boolean known = database.read(jooq -> jooq.fetchExists(SENDER, SENDER.SENDER_.eq(sender)));
        if (!known) {
            throw new NotFoundException(
                    "There is no partner " + sender + ". Write its partner file and apply it first.");
        }
        database.run(jooq -> jooq.insertInto(UPLOAD_TOKEN)
                .set(UPLOAD_TOKEN.SHA256, sha256)
                .set(UPLOAD_TOKEN.SENDER, sender)
                .set(UPLOAD_TOKEN.MADE_AT, OffsetDateTime.now(clock))
                .execute());
        new JooqAuditLedger(database, clock).record("token.make", sender, Map.of());
    }

    @Override
    public int revoke(String sender) {
        int[] revoked = new int[1];
        database.run(jooq -> revoked[0] = jooq.update(UPLOAD_TOKEN)
                .set(UPLOAD_TOKEN.REVOKED_AT, OffsetDateTime.now(clock))
                .where(UPLOAD_TOKEN.SENDER.eq(sender))
                .and(UPLOAD_TOKEN.REVOKED_AT.isNull())
                .execute());
        new JooqAuditLedger(database, clock).record("token.revoke", sender, Map.of());
        return revoked[0];
    }
}
