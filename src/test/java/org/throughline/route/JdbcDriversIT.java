package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testing.TestDatabase;

/** Databases of another kind, by a driver whose jar stands in the folder of drivers. All rows are synthetic. */
final class JdbcDriversIT {
    @RegisterExtension
    static final TestDatabase AGENCY = TestDatabase.empty();

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws SQLException {
        execute("drop table if exists booking");
        execute("create table booking (id integer primary key, name text, note text)");
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = AGENCY.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var connection = AGENCY.owner().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select b::text from booking b order by id")) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    private ChannelScene scene(String route) throws IOException {
        return new ChannelScene(folder, route)
                .with("url", AGENCY.url().replace("jdbc:postgresql:", "jdbc:agencybase:"))
                .with("user", AGENCY.user())
                .with(
                        "passwordFile",
                        Files.writeString(folder.resolve("password"), AGENCY.password())
                                .toString());
    }

    private void drop() throws IOException {
        DroppedDriver.into(folder.resolve("drivers"), folder.resolve("work"));
        assertThatThrownBy(() -> Class.forName(DroppedDriver.CLASS)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void pullsByADriverThatIsDroppedInWhileTheHubRuns() throws Exception {
        execute("insert into booking values (1, 'x', null)");
        try (ChannelScene scene = scene("jdbc-pull").with("query", "select id, name from booking")) {
            scene.pull();
            assertThat(scene.told())
                    .containsExactly("DATABASE_DRIVER Channel harborlight/bookings-api: no driver is there for"
                            + " addresses that start with jdbc:agencybase:.");
            DroppedDriver.broken(folder.resolve("drivers"));
            drop();

            scene.pull();

            assertThat(scene.told()).hasSize(1);
            assertThat(scene.texts()).containsExactly("id,name\n1,x\n");
        }
    }

    @Test
    void pushesToADatabaseThatKnowsNoConflictUnderItsKey() throws Exception {
        drop();
        try (ChannelScene scene = scene("jdbc-push").with("table", "booking", "key", "id")) {
            assertThat(deliver(scene, "id,name\r\n1,a\r\n2,b\r\n")).isInstanceOf(Handover.Delivered.class);
            execute("update booking set note = 'seen' where id = 1");

            assertThat(deliver(scene, "id,name\r\n1,a\r\n2,c\r\n3,d\r\n")).isInstanceOf(Handover.Delivered.class);
            assertThat(deliver(scene, "id,name\r\n1,a\r\n2,c\r\n3,d\r\n")).isInstanceOf(Handover.Delivered.class);
        }

        assertThat(rows()).containsExactly("(1,a,seen)", "(2,c,)", "(3,d,)");
    }

    private static Handover deliver(ChannelScene scene, String text) {
        return scene.deliver("harborlight-outcomes.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
