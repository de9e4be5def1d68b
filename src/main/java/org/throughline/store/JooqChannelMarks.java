package org.throughline.store;

import static org.throughline.store.jooq.intake.Tables.CHANNEL_MARK;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.throughline.intake.Channel;
import org.throughline.intake.ChannelMarks;

/** How far channels were read, in PostgreSQL. */
public final class JooqChannelMarks implements ChannelMarks {
    private final Database database;
    private final Clock clock;

    /** Marks of this database. */
    public JooqChannelMarks(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<String> mark(Channel channel) {
        return database.read(jooq -> jooq.select(CHANNEL_MARK.MARK)
                .from(CHANNEL_MARK)
                .where(CHANNEL_MARK.SENDER.eq(channel.sender()))
                .and(CHANNEL_MARK.CHANNEL.eq(channel.name()))
                .and(CHANNEL_MARK.SETTINGS_SHA256.eq(channel.settingsSha256()))
                .fetchOptional(CHANNEL_MARK.MARK));
    }

    @Override
    public void keep(Channel channel, String mark) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.run(jooq -> jooq.insertInto(CHANNEL_MARK)
                .set(CHANNEL_MARK.SENDER, channel.sender())
                .set(CHANNEL_MARK.CHANNEL, channel.name())
                .set(CHANNEL_MARK.SETTINGS_SHA256, channel.settingsSha256())
                .set(CHANNEL_MARK.MARK, mark)
                .set(CHANNEL_MARK.KEPT_AT, now)
                .onConflict(CHANNEL_MARK.SENDER, CHANNEL_MARK.CHANNEL)
                .doUpdate()
                .set(CHANNEL_MARK.SETTINGS_SHA256, channel.settingsSha256())
                .set(CHANNEL_MARK.MARK, mark)
                .set(CHANNEL_MARK.KEPT_AT, now)
                .execute());
    }
}
