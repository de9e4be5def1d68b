package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.Channel;
import org.throughline.intake.FeedId;
import org.throughline.setup.PartnerSetup;
import org.throughline.setup.SetupFolder;
import org.throughline.setup.SetupScope;
import org.throughline.testing.SetupFiles;
import org.throughline.testing.TestDatabase;

/** Channels of applied partner files, and how far they were read. */
final class JooqChannelsIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-06T06:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    @BeforeAll
    static void apply(@TempDir Path home) throws Exception {
        new PartnerSetup(
                        new SetupFolder(List.of(SetupFiles.sound()), SetupFiles.surroundings(home)),
                        () -> new JooqSetupStore(new Database(DATABASE.owner()), DATABASE.rolePrefix(), CLOCK),
                        CLOCK)
                .apply(SetupScope.all());
    }

    private static List<Channel> all() {
        return new JooqChannels(new Database(DATABASE.hub())).all();
    }

    @Test
    void tellsEveryChannelWithItsParameters() {
        assertThat(all())
                .extracting(Channel::id)
                .containsExactly("harborlight/bookings-api", "harborlight/outcomes-db");
        assertThat(all().get(0).feed()).contains(new FeedId("harborlight", "participants"));
        assertThat(all().get(0).parameters())
                .containsEntry("format", "json")
                .containsEntry("pageSize", "500")
                .hasEntrySatisfying("tokenFile", file -> assertThat(file).endsWith("/hub_key"));
        assertThat(all().get(1).feed()).isEmpty();
    }

    @Test
    void leavesOutAChannelWhoseFeedIsStopped() throws SQLException {
        execute("update intake.feed set status = 'stopped' where name = 'participants'");
        try {
            assertThat(all()).extracting(Channel::name).containsExactly("outcomes-db");
        } finally {
            execute("update intake.feed set status = 'live' where name = 'participants'");
        }
    }

    @Test
    void knowsNoMarkUnderOtherSettings() {
        JooqChannelMarks marks = new JooqChannelMarks(new Database(DATABASE.hub()), CLOCK);
        Channel channel = all().get(0);
        Channel elsewhere = new Channel(
                channel.sender(), channel.name(), channel.route(), channel.feed(), Map.of("url", "https://b.example/"));

        marks.keep(channel, "2026-10-05");
        marks.keep(channel, "2026-10-06");

        assertThat(marks.mark(channel)).contains("2026-10-06");
        assertThat(marks.mark(elsewhere)).isEqualTo(Optional.empty());
        assertThat(marks.readAt(channel)).contains(CLOCK.instant());
        assertThat(marks.readAt(elsewhere)).isEmpty();
    }

    @Test
    void remembersThatTheLastPullBroughtNothing() throws SQLException {
        JooqChannelMarks marks = new JooqChannelMarks(new Database(DATABASE.hub()), CLOCK);
        Channel channel = all().get(0);

        assertThat(marks.nothingNew(channel, "a")).isFalse();
        marks.submitted(channel, Optional.of("a"));
        assertThat(marks.nothingNew(channel, "a")).isTrue();
        assertThat(marks.nothingNew(channel, "b")).isFalse();
        assertThat(new JooqFeedBoard(new Database(DATABASE.hub()))
                        .standings().stream().flatMap(feed -> feed.nothingNewAt().stream()))
                .containsExactly(CLOCK.instant());
        marks.submitted(channel, Optional.empty());
        assertThat(marks.nothingNew(channel, "a")).isFalse();
    }

    @Test
    void showsAProviderNothingOfThem() throws SQLException {
        try (var connection = DATABASE.owner().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select count(*) from information_schema.role_table_grants where"
                        + " table_name in ('channel', 'channel_mark', 'channel_nothing') and grantee = '"
                        + DATABASE.rolePrefix()
                        + "provider'")) {
            found.next();
            assertThat(found.getInt(1)).isZero();
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = DATABASE.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
