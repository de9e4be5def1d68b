package org.throughline.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectOne;
import static org.throughline.store.jooq.canonical.Tables.CLIENT_RECORD;
import static org.throughline.store.jooq.canonical.Tables.ENROLLMENT;
import static org.throughline.store.jooq.canonical.Tables.ORGANIZATION;
import static org.throughline.store.jooq.canonical.Tables.PROGRAM;
import static org.throughline.store.jooq.intake.Tables.SENDER;
import static org.throughline.store.jooq.intake.Tables.WAITING_FOR;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.throughline.linkage.ClientIdentifiers;
import org.throughline.linkage.ClientMerges;
import org.throughline.linkage.ClientRef;
import org.throughline.store.jooq.canonical.tables.records.ClientRecordRecord;

/**
 * The client records that linkage may look at. Kept out: clients of victim-service providers, also where only the
 * organization of a program they were ever enrolled in is one, or might be (34 U.S.C. 12291(b)(2)); records whose identifiers
 * are hashed; and files tried without set-up. A number that its sender ever merged with that of a victim-service provider's client
 * stays out with it, whether or not the merge is in force.
 */
final class EligibleRecords {

    private static final List<TableField<ClientRecordRecord, ?>> IDENTIFIERS = List.of(
            CLIENT_RECORD.SENDER,
            CLIENT_RECORD.KEY,
            CLIENT_RECORD.FIRST_NAME,
            CLIENT_RECORD.MIDDLE_NAME,
            CLIENT_RECORD.LAST_NAME,
            CLIENT_RECORD.NAME_SUFFIX,
            CLIENT_RECORD.NAME_QUALITY,
            CLIENT_RECORD.SSN,
            CLIENT_RECORD.SSN_QUALITY,
            CLIENT_RECORD.BIRTH_DATE,
            CLIENT_RECORD.BIRTH_DATE_QUALITY,
            CLIENT_RECORD.PHONE,
            CLIENT_RECORD.OTHER_ID);

    private EligibleRecords() {}

    static List<ClientIdentifiers> read(DSLContext jooq, ClientMerges merges) {
        var keptOut = merges.anyKin(VictimServices.everServed(jooq, merges.named()));
        var eligible = readEach(jooq);
        return keptOut.isEmpty()
                ? eligible
                : eligible.stream()
                        .filter(record -> !keptOut.contains(record.ref()))
                        .toList();
    }

    private static List<ClientIdentifiers> readEach(DSLContext jooq) {
        return jooq.select(IDENTIFIERS)
                .from(CLIENT_RECORD)
                .where(CLIENT_RECORD.RECORDED_TO.isNull())
                .and(not(coalesce(CLIENT_RECORD.IDENTIFIERS_HASHED, false)))
                .and(exists(selectOne()
                        .from(SENDER)
                        .where(SENDER.SENDER_.eq(CLIENT_RECORD.SENDER))
                        .and(SENDER.KIND.ne("trial"))
                        .and(not(SENDER.VICTIM_SERVICE_PROVIDER))))
                .andNot(isServedByVictimServices())
                .andNot(mayBeServedByVictimServices())
                .fetch(found -> identifiers(found.into(CLIENT_RECORD)));
    }

    private static Condition isServedByVictimServices() {
        return exists(selectOne()
                .from(ENROLLMENT)
                .join(PROGRAM)
                .on(PROGRAM.SENDER.eq(ENROLLMENT.SENDER))
                .and(PROGRAM.KEY.eq(ENROLLMENT.PROGRAM_KEY))
                .and(PROGRAM.RECORDED_TO.isNull())
                .join(ORGANIZATION)
                .on(ORGANIZATION.SENDER.eq(PROGRAM.SENDER))
                .and(ORGANIZATION.KEY.eq(PROGRAM.ORGANIZATION_KEY))
                .and(ORGANIZATION.RECORDED_TO.isNull())
                .where(ENROLLMENT.SENDER.eq(CLIENT_RECORD.SENDER))
                .and(ENROLLMENT.CLIENT_KEY.eq(CLIENT_RECORD.KEY))
                .and(ORGANIZATION.VICTIM_SERVICE_PROVIDER));
    }

    /** Nothing is known of where the client is served, while programs or stays of the sender wait for what would tell. */
    private static Condition mayBeServedByVictimServices() {
        Condition everEnrolled = exists(selectOne()
                .from(ENROLLMENT)
                .where(ENROLLMENT.SENDER.eq(CLIENT_RECORD.SENDER))
                .and(ENROLLMENT.CLIENT_KEY.eq(CLIENT_RECORD.KEY)));
        Condition somethingWaits = exists(selectOne()
                .from(WAITING_FOR)
                .where(WAITING_FOR.SENDER.eq(CLIENT_RECORD.SENDER))
                .and(WAITING_FOR.ENTITY.in("organization", "program")));
        return not(everEnrolled).and(somethingWaits);
    }

    private static ClientIdentifiers identifiers(ClientRecordRecord row) {
        return new ClientIdentifiers(
                new ClientRef(row.getSender(), row.getKey()),
                text(row.getFirstName()),
                text(row.getMiddleName()),
                text(row.getLastName()),
                text(row.getNameSuffix()),
                text(row.getNameQuality()),
                text(row.getSsn()),
                text(row.getSsnQuality()),
                Optional.ofNullable(row.getBirthDate()),
                text(row.getBirthDateQuality()),
                text(row.getPhone()),
                text(row.getOtherId()));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
