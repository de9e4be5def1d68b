package org.throughline.store;

import static org.jooq.impl.DSL.select;
import static org.throughline.store.jooq.intake.Tables.SENDER;
import static org.throughline.store.jooq.release.Tables.AGREEMENT;
import static org.throughline.store.jooq.release.Tables.OUTCOME_FILE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.throughline.release.MisDisclosure;
import org.throughline.release.MisDisclosureQuery;
import org.throughline.release.OutcomeDesk;
import org.throughline.release.OutcomeFile;
import org.throughline.release.OutcomeStore;
import org.throughline.release.Parcel;
import org.throughline.release.ReleasePolicy;

/** Keeps outcome files in the schema {@code release}. */
public final class JooqOutcomeStore implements OutcomeStore {
    private final Database database;
    private final int ageOfOwnConsent;

    /** A store for a state whose law lets clients consent for themselves from the usual age. */
    public JooqOutcomeStore(Database database) {
        this(database, ReleasePolicy.AGE_OF_OWN_CONSENT);
    }

    /** A store for a state whose law sets another age. */
    public JooqOutcomeStore(Database database, int ageOfOwnConsent) {
        this.database = database;
        this.ageOfOwnConsent = ageOfOwnConsent;
    }

    @Override
    public List<String> recipients() {
        return database.read(jooq -> jooq.select(SENDER.SENDER_)
                .from(SENDER)
                .where(SENDER.KIND.eq("provider"))
                .and(SENDER.SENDER_.in(select(AGREEMENT.RECIPIENT)
                        .from(AGREEMENT)
                        .union(select(OUTCOME_FILE.SENDER).from(OUTCOME_FILE))))
                .orderBy(SENDER.SENDER_)
                .fetch(SENDER.SENDER_));
    }

    /** Locks before the first query, so that the one state seen is the state after every file written earlier. */
    @Override
    public <T> T decide(Function<OutcomeDesk, T> work) {
        return database.transact(jooq -> {
            jooq.execute("set transaction isolation level repeatable read");
            jooq.execute("lock table release.outcome_file in share row exclusive mode");
            return work.apply(new JooqOutcomeDesk(jooq, ageOfOwnConsent));
        });
    }

    @Override
    public List<MisDisclosure> misDisclosures(MisDisclosureQuery query, boolean keys) {
        return database.read(jooq -> new MisDisclosureList(jooq).of(query, keys));
    }

    @Override
    public Parcel parcel(OutcomeFile file) {
        return database.read(jooq -> jooq.select(OUTCOME_FILE.CONTENT, OUTCOME_FILE.MANIFEST)
                .from(OUTCOME_FILE)
                .where(OUTCOME_FILE.OUTCOME_FILE_ID.eq(file.id()))
                .fetchSingle(row -> Parcel.of(row.value1(), row.value2().data())));
    }

    @Override
    public void delivered(long file, Instant at) {
        database.run(jooq -> jooq.update(OUTCOME_FILE)
                .set(OUTCOME_FILE.DELIVERED_AT, at.atOffset(ZoneOffset.UTC))
                .where(OUTCOME_FILE.OUTCOME_FILE_ID.eq(file))
                .and(OUTCOME_FILE.DELIVERED_AT.isNull())
                .execute());
    }
}
