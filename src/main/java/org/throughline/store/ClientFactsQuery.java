package org.throughline.store;

import static org.throughline.store.jooq.canonical.Tables.CLIENT_RECORD;
import static org.throughline.store.jooq.release.Tables.CONSENT;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.throughline.linkage.ClientMerges;
import org.throughline.linkage.ClientRef;
import org.throughline.release.ClientFacts;
import org.throughline.release.Consent;
import org.throughline.store.jooq.release.tables.records.ConsentRecord;

/** Reads what a decision about disclosure needs to know of a provider's clients, as the hub believes it now. */
final class ClientFactsQuery {
    /** HMIS 3.03.2: unknown, refused, not collected. */
    private static final List<String> NO_BIRTH_DATE = List.of("8", "9", "99");

    private final DSLContext jooq;
    private final ClientMerges merges;

    ClientFactsQuery(DSLContext jooq, ClientMerges merges) {
        this.jooq = jooq;
        this.merges = merges;
    }

    /**
     * By the provider's key of the client that goes on. Consents and a death count under whatever number they were recorded; a
     * birth date is the client's own.
     */
    Map<String, ClientFacts> of(String sender) {
        Map<String, List<Consent>> consents = consents(sender);
        Map<String, ClientFacts> facts = new HashMap<>();
        clients(sender).forEach((key, own) -> {
            String survivor = survivor(sender, key);
            ClientFacts told = new ClientFacts(
                    consents.getOrDefault(survivor, List.of()),
                    key.equals(survivor) ? own.birthDate() : Optional.empty(),
                    own.deathDate());
            facts.merge(survivor, told, ClientFactsQuery::together);
        });
        return facts;
    }

    private String survivor(String sender, String key) {
        return merges.survivor(new ClientRef(sender, key)).key();
    }

    private static ClientFacts together(ClientFacts one, ClientFacts other) {
        return new ClientFacts(
                one.consents(),
                one.birthDate().or(other::birthDate),
                Stream.of(one.deathDate(), other.deathDate())
                        .flatMap(Optional::stream)
                        .min(LocalDate::compareTo));
    }

    private Map<String, List<Consent>> consents(String sender) {
        return jooq.select(
                        CONSENT.CONSENT_ID,
                        CONSENT.CLIENT_KEY,
                        CONSENT.RECIPIENT,
                        CONSENT.DATA_CLASSES,
                        CONSENT.PURPOSE,
                        CONSENT.SIGNED_ON,
                        CONSENT.EFFECTIVE_FROM,
                        CONSENT.EXPIRES_ON,
                        CONSENT.REVOKED_AT)
                .from(CONSENT)
                .where(CONSENT.SENDER.eq(sender))
                .and(CONSENT.RECORDED_TO.isNull())
                .fetchStream()
                .map(row -> row.into(CONSENT))
                .collect(Collectors.groupingBy(
                        row -> survivor(sender, row.getClientKey()),
                        Collectors.mapping(ClientFactsQuery::consent, Collectors.toList())));
    }

    private Map<String, ClientFacts> clients(String sender) {
        return jooq.select(
                        CLIENT_RECORD.KEY,
                        CLIENT_RECORD.BIRTH_DATE,
                        CLIENT_RECORD.BIRTH_DATE_QUALITY,
                        CLIENT_RECORD.DEATH_DATE)
                .from(CLIENT_RECORD)
                .where(CLIENT_RECORD.SENDER.eq(sender))
                .and(CLIENT_RECORD.RECORDED_TO.isNull())
                .fetchMap(
                        CLIENT_RECORD.KEY,
                        row -> new ClientFacts(
                                List.of(), birthDate(row), Optional.ofNullable(row.get(CLIENT_RECORD.DEATH_DATE))));
    }

    private static Optional<LocalDate> birthDate(Record row) {
        return Optional.ofNullable(row.get(CLIENT_RECORD.BIRTH_DATE))
                .filter(date -> !NO_BIRTH_DATE.contains(String.valueOf(row.get(CLIENT_RECORD.BIRTH_DATE_QUALITY))));
    }

    private static Consent consent(ConsentRecord row) {
        return new Consent(
                row.getConsentId(),
                row.getRecipient(),
                Arrays.stream(row.getDataClasses().split("\\|"))
                        .map(String::strip)
                        .collect(Collectors.toSet()),
                row.getPurpose(),
                row.getSignedOn(),
                row.getEffectiveFrom(),
                Optional.ofNullable(row.getExpiresOn()),
                Optional.ofNullable(row.getRevokedAt()).map(OffsetDateTime::toInstant));
    }
}
