package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testing.TestDatabase;

/** Writes outcome files into a second database, which stands for a partner's own. All rows are synthetic. */
final class JdbcPushIT {
    private static final String FILE =
            "client_id,measure,status,event_date,changed\r\nC-1,m,NUM,2026-05-02,true\r\n'=x,m,OPEN,,false\r\n";

    @RegisterExtension
    static final TestDatabase PARTNER = TestDatabase.empty();

    @TempDir
    private Path folder;

    private ChannelScene scene;

    @BeforeEach
    void open() throws SQLException, IOException {
        execute("drop schema if exists case_system cascade");
        execute("create schema case_system");
        execute("create table case_system.outcome (client_ref text, measure text, status text not null, event_date"
                + " date, changed boolean, note text, primary key (client_ref, measure))");
        scene = new ChannelScene(folder, "jdbc-push")
                .with("url", PARTNER.url(), "user", PARTNER.user())
                .with(
                        "passwordFile",
                        Files.writeString(folder.resolve("password"), PARTNER.password())
                                .toString())
                .with("table", "case_system.outcome", "key", "client_ref, measure")
                .with("columns", "client_id=client_ref, measure, status, event_date, changed");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = PARTNER.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var connection = PARTNER.owner().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select o::text from case_system.outcome o order by client_ref")) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    private Handover deliver(String text) {
        return scene.deliver("harborlight-outcomes.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void writesEveryRowUnderItsKeyAndTheSameFileOnce() throws SQLException {
        assertThat(deliver(FILE)).isInstanceOf(Handover.Delivered.class);
        assertThat(deliver(FILE)).isInstanceOf(Handover.Delivered.class);

        assertThat(rows()).containsExactly("(=x,m,OPEN,,f,)", "(C-1,m,NUM,2026-05-02,t,)");
    }

    @Test
    void changesARowAndLeavesAloneWhatThePartnerWrote() throws SQLException {
        deliver(FILE);
        execute("update case_system.outcome set note = 'seen'");

        deliver(FILE.replace("OPEN", "NUM"));

        assertThat(rows()).containsExactly("(=x,m,NUM,,f,seen)", "(C-1,m,NUM,2026-05-02,t,seen)");
    }

    @Test
    void writesAllRowsOrNone() throws SQLException {
        Handover handover = deliver(FILE + "C-3,m,,,\r\n");

        assertThat(handover).isInstanceOf(Handover.Failed.class);
        assertThat(rows()).isEmpty();
        assertThat(scene.told())
                .containsExactly(
                        "DATABASE_REFUSED File harborlight-outcomes.csv was not written; nothing of it stands in the"
                                + " table. Channel harborlight/bookings-api: the database refuses the statement (SQLSTATE"
                                + " 23502).");
    }

    @Test
    void refusesAValueThatTheColumnCannotHoldWithoutTellingIt() throws SQLException {
        deliver(FILE.replace("2026-05-02", "May"));

        assertThat(rows()).isEmpty();
        assertThat(scene.told().get(0))
                .endsWith("row 1 holds something that the column `event_date` of the table cannot hold.");
    }

    @Test
    void refusesNamesThatAreNoNames() throws SQLException {
        scene.with("columns", "client_id=client_ref\"; drop table x; --, measure");

        deliver(FILE);

        assertThat(rows()).isEmpty();
        assertThat(scene.told().get(0)).endsWith("A name of 29 characters is no name of a table or column.");
    }

    @Test
    void namesEveryColumnThatIsNotThere() throws SQLException {
        scene.with("columns", "client_id=client_ref, measure=measures, state=status");

        deliver(FILE);

        assertThat(scene.told().get(0))
                .endsWith("The table has no column `measures`. The file has no column `state`. The column `measure` of"
                        + " the key is not written.");
    }

    @Test
    void takesAManifestWithoutWritingAnything() throws SQLException {
        Handover handover = scene.deliver("x.manifest.json", "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(handover).isInstanceOf(Handover.Delivered.class);
        assertThat(rows()).isEmpty();
    }

    @Test
    void buildsTheStatementsForDatabasesThatKnowNoConflict() throws SQLException, RefusedException {
        try (var connection = PARTNER.owner().getConnection()) {
            JdbcTable table = JdbcTable.of(
                    connection, scene.channel(), List.of("client_id", "measure", "status", "event_date", "changed"));

            assertThat(table.update())
                    .isEqualTo(
                            "update \"case_system\".\"outcome\" set \"status\" = ?, \"event_date\" = ?, \"changed\" ="
                                    + " ? where \"client_ref\" = ? and \"measure\" = ?");
            assertThat(table.updateOrder())
                    .extracting(JdbcTable.Column::name)
                    .containsExactly("status", "event_date", "changed", "client_ref", "measure");
        }
    }
}
