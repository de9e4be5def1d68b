package org.throughline.store;

import static org.throughline.store.jooq.release.Tables.CONSENT;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.throughline.canonical.CanonicalKey;
import org.throughline.canonical.CanonicalRecord;
import org.throughline.canonical.Entity;
import org.throughline.problem.NotFoundException;
import org.throughline.setup.ConsentEntry;
import org.throughline.setup.ConsentStore;
import org.throughline.store.jooq.release.tables.records.ConsentRecord;

/** Consents by hand, in PostgreSQL: an earlier belief stays readable, the new one holds from now on. */
public final class JooqConsentStore implements ConsentStore {
    private final Database database;
    private final Clock clock;

    /** The consents of this database. */
    public JooqConsentStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public long record(ConsentEntry entry) {
        return database.transact(jooq -> {
            demandClient(jooq, entry.provider(), entry.clientKey());
            String key = key(entry);
            Optional<ConsentRecord> known = current(jooq, entry.provider(), CONSENT.KEY.eq(key)).stream()
                    .findFirst();
            ConsentRecord row = jooq.newRecord(CONSENT);
            row.setSender(entry.provider());
            row.setKey(key);
            row.setClientKey(entry.clientKey());
            row.setRecipient(entry.recipient());
            row.setDataClasses(String.join("|", entry.dataClasses()));
            row.setPurpose(entry.purpose());
            row.setSignedOn(entry.signedOn());
            row.setEffectiveFrom(entry.effectiveFrom());
            row.setExpiresOn(entry.expiresOn().orElse(null));
            row.setEvidence(entry.evidence().orElse(null));
            row.setContentHash(hash(row));
            if (known.filter(old -> old.getContentHash().equals(row.getContentHash()))
                    .isPresent()) {
                return known.get().getConsentId();
            }
            known.ifPresent(this::end);
            begin(row);
            audit(jooq, "consent.record", row, "");
            return row.getConsentId();
        });
    }

    @Override
    public List<Revoked> revoke(String provider, String clientKey, String recipient, String reason) {
        return database.transact(jooq -> {
            demandClient(jooq, provider, clientKey);
            Condition meant = CONSENT.CLIENT_KEY
                    .eq(clientKey)
                    .and(CONSENT.RECIPIENT.eq(recipient))
                    .and(CONSENT.REVOKED_AT.isNull());
            List<ConsentRecord> held = current(jooq, provider, meant);
            if (held.isEmpty()) {
                throw new NotFoundException("This client has no consent for " + recipient
                        + " that is not revoked. Check provider, client and recipient.");
            }
            return held.stream().map(consent -> revoke(jooq, consent, reason)).toList();
        });
    }

    private Revoked revoke(DSLContext jooq, ConsentRecord held, String reason) {
        boolean fromFeed = held.getFeedId() != null;
        ConsentRecord row = held.into(CONSENT).copy();
        row.changed(true);
        row.changed(CONSENT.CONSENT_ID, false);
        row.setRevokedAt(now());
        row.setSourceUpdatedAt(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        row.setContentHash(hash(row));
        end(held);
        row.attach(jooq.configuration());
        begin(row);
        audit(jooq, "consent.revoke", row, reason);
        return new Revoked(row.getConsentId(), fromFeed);
    }

    private List<ConsentRecord> current(DSLContext jooq, String provider, Condition condition) {
        return jooq.selectFrom(CONSENT)
                .where(CONSENT.SENDER.eq(provider))
                .and(CONSENT.RECORDED_TO.isNull())
                .and(condition)
                .orderBy(CONSENT.CONSENT_ID)
                .forUpdate()
                .fetch();
    }

    private void end(ConsentRecord held) {
        held.setRecordedTo(now());
        held.update();
    }

    private void begin(ConsentRecord row) {
        row.setRecordedFrom(now());
        row.setRecordedTo(null);
        row.insert();
    }

    /** The sender's key may tell who it is: the ledger names the number of the consent instead. */
    private void audit(DSLContext jooq, String action, ConsentRecord row, String reason) {
        Map<String, String> detail =
                new HashMap<>(Map.of("provider", row.getSender(), "recipient", row.getRecipient()));
        if (!reason.isEmpty()) {
            detail.put("reason", reason);
        }
        AuditEntries.add(jooq, clock, new AuditEntries.Act(action, "consent " + row.getConsentId(), detail));
    }

    private static void demandClient(DSLContext jooq, String provider, String clientKey) {
        boolean there = !jooq.fetch(
                        "select 1 from canonical.client_record where sender = ? and key = ? and recorded_to is null",
                        provider,
                        clientKey)
                .isEmpty();
        if (!there) {
            throw new NotFoundException("The hub knows no client of " + provider
                    + " with this key. Check the provider and the provider's own client id.");
        }
    }

    private static String key(ConsentEntry entry) {
        return CanonicalKey.join(List.of(
                "hub", entry.clientKey(), entry.recipient(), entry.purpose(), String.join(",", entry.dataClasses())));
    }

    private static String hash(ConsentRecord row) {
        Map<String, Object> values = new HashMap<>();
        Entity.CONSENT.fields().forEach(field -> {
            Object value = row.get(field.name());
            if (value instanceof OffsetDateTime instant) {
                values.put(field.name(), instant.toInstant());
            } else if (value != null) {
                values.put(field.name(), value);
            }
        });
        return new CanonicalRecord(Entity.CONSENT, row.getKey(), values, Optional.empty(), false).contentHash();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
