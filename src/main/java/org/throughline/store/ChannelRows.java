package org.throughline.store;

import static org.throughline.store.jooq.intake.Tables.CHANNEL;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.throughline.setup.ChannelEntry;
import org.throughline.setup.Partner;
import org.throughline.store.jooq.intake.tables.records.ChannelRecord;

/** The channels of applied partner files. */
final class ChannelRows {
    private final DSLContext jooq;

    ChannelRows(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Makes the partner's channels what its file says. How far each was read stays known. */
    void write(Partner partner) {
        jooq.deleteFrom(CHANNEL).where(CHANNEL.SENDER.eq(partner.sender())).execute();
        partner.channels()
                .forEach(channel -> jooq.insertInto(CHANNEL)
                        .set(CHANNEL.SENDER, partner.sender())
                        .set(CHANNEL.NAME, channel.name())
                        .set(CHANNEL.ROUTE, channel.route())
                        .set(CHANNEL.FEED, channel.feed().orElse(null))
                        .set(CHANNEL.PARAMETERS, JSONB.valueOf(json(channel.parameters())))
                        .set(CHANNEL.SETUP_SHA256, partner.sha256())
                        .execute());
    }

    List<ChannelEntry> of(String sender) {
        return jooq.selectFrom(CHANNEL)
                .where(CHANNEL.SENDER.eq(sender))
                .orderBy(CHANNEL.NAME)
                .fetch(row -> new ChannelEntry(
                        row.getName(), row.getRoute(), Optional.ofNullable(row.getFeed()), parameters(jooq, row)));
    }

    /** The parameters of a channel, taken apart by the database. */
    static Map<String, String> parameters(DSLContext jooq, ChannelRecord row) {
        Map<String, String> parameters = new TreeMap<>();
        jooq.resultQuery("select key, value from jsonb_each_text(cast(? as jsonb))", row.getParameters())
                .fetch()
                .forEach(pair -> parameters.put(pair.get(0, String.class), pair.get(1, String.class)));
        return parameters;
    }

    private String json(Map<String, String> parameters) {
        String[] names = parameters.keySet().toArray(String[]::new);
        String[] values = parameters.values().toArray(String[]::new);
        return jooq.select(DSL.field("jsonb_object(?::text[], ?::text[])::text", String.class, names, values))
                .fetchSingle()
                .value1();
    }
}
