package org.throughline.store;

import static org.throughline.store.jooq.intake.Tables.CHANNEL_MARK;
import static org.throughline.store.jooq.intake.Tables.CHANNEL_NOTHING;

import java.time.Clock;
import java.time.Instant;
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
        OffsetDateTime now = now();
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

    @Override
    public boolean nothingNew(Channel channel, String sha256) {
        int noted = database.read(jooq -> jooq.update(CHANNEL_NOTHING)
                .set(CHANNEL_NOTHING.LOOKED_AT, now())
                .where(CHANNEL_NOTHING.SENDER.eq(channel.sender()))
                .and(CHANNEL_NOTHING.CHANNEL.eq(channel.name()))
                .and(CHANNEL_NOTHING.SETTINGS_SHA256.eq(channel.settingsSha256()))
                .and(CHANNEL_NOTHING.SHA256.eq(sha256))
                .execute());
        return noted == 1;
    }

    @Override
    public void submitted(Channel channel, Optional<String> emptySha256) {
        database.run(jooq -> {
            jooq.deleteFrom(CHANNEL_NOTHING)
                    .where(CHANNEL_NOTHING.SENDER.eq(channel.sender()))
                    .and(CHANNEL_NOTHING.CHANNEL.eq(channel.name()))
                    .execute();
            emptySha256.ifPresent(sha256 -> jooq.insertInto(CHANNEL_NOTHING)
                    .set(CHANNEL_NOTHING.SENDER, channel.sender())
                    .set(CHANNEL_NOTHING.CHANNEL, channel.name())
                    .set(CHANNEL_NOTHING.FEED, channel.feed().orElseThrow().name())
                    .set(CHANNEL_NOTHING.SETTINGS_SHA256, channel.settingsSha256())
                    .set(CHANNEL_NOTHING.SHA256, sha256)
                    .set(CHANNEL_NOTHING.LOOKED_AT, now())
                    .execute());
        });
    }

    @Override
    public Optional<Instant> readAt(Channel channel) {
        return database.read(jooq -> jooq.fetchOptional(
                        "select max(at) from (select sender, channel, settings_sha256, kept_at as at from"
                                + " intake.channel_mark union all select sender, channel, settings_sha256, looked_at from"
                                + " intake.channel_nothing) t where sender = ? and channel = ? and settings_sha256 = ?",
                        channel.sender(),
                        channel.name(),
                        channel.settingsSha256())
                .map(row -> row.get(0, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
