package org.throughline.store;

import static org.throughline.store.jooq.intake.Tables.CHANNEL;
import static org.throughline.store.jooq.intake.Tables.FEED;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.throughline.intake.Channel;
import org.throughline.intake.Channels;
import org.throughline.intake.FeedId;
import org.throughline.store.jooq.intake.tables.records.ChannelRecord;

/** The partners' channels in PostgreSQL. */
public final class JooqChannels implements Channels {
    private final Database database;

    /** Channels of this database. */
    public JooqChannels(Database database) {
        this.database = database;
    }

    @Override
    public List<Channel> all() {
        return database.transact(jooq -> jooq.selectFrom(CHANNEL)
                .whereNotExists(DSL.selectOne()
                        .from(FEED)
                        .where(FEED.SENDER.eq(CHANNEL.SENDER))
                        .and(FEED.NAME.eq(CHANNEL.FEED))
                        .and(FEED.STATUS.eq("stopped")))
                .orderBy(CHANNEL.SENDER, CHANNEL.NAME)
                .fetch(row -> channel(jooq, row)));
    }

    private static Channel channel(DSLContext jooq, ChannelRecord row) {
        return new Channel(
                row.getSender(),
                row.getName(),
                row.getRoute(),
                Optional.ofNullable(row.getFeed()).map(feed -> new FeedId(row.getSender(), feed)),
                ChannelRows.parameters(jooq, row));
    }
}
