package org.throughline.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;
import static org.throughline.store.jooq.audit.Tables.ENTRY;
import static org.throughline.store.jooq.canonical.Tables.CLIENT_RECORD;
import static org.throughline.store.jooq.linkage.Tables.RULING;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.throughline.linkage.ClientPair;
import org.throughline.linkage.ClientRef;
import org.throughline.linkage.Ruling;
import org.throughline.linkage.RulingKind;
import org.throughline.linkage.Rulings;
import org.throughline.store.jooq.linkage.tables.records.RulingRecord;

/** Rulings in PostgreSQL, each act with its audit entry in one transaction. */
public final class JooqRulings implements Rulings {
    private static final Field<String> LOGIN = field("session_user::text", String.class);

    private final Database database;
    private final Clock clock;

    /** The rulings of this database. */
    public JooqRulings(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<Ruling> make(RulingKind kind, ClientPair pair, String reason) {
        return database.transact(jooq -> {
            JooqClientIndex.lock(jooq);
            if (!isKnown(jooq, pair.a()) || !isKnown(jooq, pair.b())) {
                return Optional.empty();
            }
            var held = held(jooq, pair);
            if (held.filter(ruling -> ruling.kind() == kind).isPresent()) {
                return held;
            }
            held.ifPresent(ruling -> end(jooq, ruling, "Replaced: " + reason));
            return Optional.of(begin(jooq, kind, pair, reason));
        });
    }

    @Override
    public Optional<Ruling> revoke(ClientPair pair, String reason) {
        return database.transact(jooq -> {
            JooqClientIndex.lock(jooq);
            var held = held(jooq, pair);
            held.ifPresent(ruling -> end(jooq, ruling, reason));
            return held;
        });
    }

    @Override
    public List<Ruling> current() {
        return database.read(JooqRulings::current);
    }

    static List<Ruling> current(DSLContext jooq) {
        return jooq.selectFrom(RULING)
                .where(RULING.REVOKED_AT.isNull())
                .orderBy(RULING.RULING_ID)
                .fetch(JooqRulings::ruling);
    }

    private Ruling begin(DSLContext jooq, RulingKind kind, ClientPair pair, String reason) {
        var ruling = ruling(jooq.insertInto(RULING)
                .set(RULING.KIND, kind.word())
                .set(RULING.SENDER_A, pair.a().sender())
                .set(RULING.CLIENT_KEY_A, pair.a().key())
                .set(RULING.SENDER_B, pair.b().sender())
                .set(RULING.CLIENT_KEY_B, pair.b().key())
                .set(RULING.AUTHOR, LOGIN)
                .set(RULING.REASON, reason)
                .set(RULING.MADE_AT, Instants.stored(clock.instant()))
                .returning()
                .fetchSingle());
        audit(jooq, "link.rule", ruling, reason);
        return ruling;
    }

    private void end(DSLContext jooq, Ruling ruling, String reason) {
        jooq.update(RULING)
                .set(RULING.REVOKED_AT, Instants.stored(clock.instant()))
                .set(RULING.REVOKED_BY, LOGIN)
                .where(RULING.RULING_ID.eq(ruling.number()))
                .execute();
        audit(jooq, "link.undo", ruling, reason);
    }

    private void audit(DSLContext jooq, String action, Ruling ruling, String reason) {
        var detail = field(
                "jsonb_build_object('kind', {0}, 'sender_a', {1}, 'sender_b', {2}, 'reason', {3})",
                JSONB.class,
                val(ruling.kind().word()),
                val(ruling.pair().a().sender()),
                val(ruling.pair().b().sender()),
                val(reason));
        jooq.insertInto(ENTRY)
                .set(ENTRY.AT, Instants.stored(clock.instant()))
                .set(ENTRY.ACTION, action)
                .set(ENTRY.OBJECT, "ruling " + ruling.number())
                .set(ENTRY.DETAIL, detail)
                .execute();
    }

    private static Optional<Ruling> held(DSLContext jooq, ClientPair pair) {
        return jooq.selectFrom(RULING)
                .where(isOn(pair))
                .and(RULING.REVOKED_AT.isNull())
                .fetchOptional(JooqRulings::ruling);
    }

    private static Condition isOn(ClientPair pair) {
        return RULING.SENDER_A
                .eq(pair.a().sender())
                .and(RULING.CLIENT_KEY_A.eq(pair.a().key()))
                .and(RULING.SENDER_B.eq(pair.b().sender()))
                .and(RULING.CLIENT_KEY_B.eq(pair.b().key()));
    }

    private static boolean isKnown(DSLContext jooq, ClientRef ref) {
        return jooq.fetchExists(
                CLIENT_RECORD,
                CLIENT_RECORD.SENDER.eq(ref.sender()),
                CLIENT_RECORD.KEY.eq(ref.key()),
                CLIENT_RECORD.RECORDED_TO.isNull());
    }

    static Ruling ruling(RulingRecord row) {
        return new Ruling(
                row.getRulingId(),
                RulingKind.of(row.getKind()),
                ClientPair.of(
                        new ClientRef(row.getSenderA(), row.getClientKeyA()),
                        new ClientRef(row.getSenderB(), row.getClientKeyB())),
                row.getAuthor(),
                row.getReason(),
                row.getMadeAt().toInstant());
    }
}
