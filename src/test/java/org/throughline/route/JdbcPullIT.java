package org.throughline.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.testing.TestDatabase;

/** Pulls out of a second database, which stands for an agency's own. All rows are synthetic. */
final class JdbcPullIT {
    @RegisterExtension
    static final TestDatabase AGENCY = TestDatabase.empty();

    @TempDir
    private Path folder;

    private ChannelScene scene;

    @BeforeEach
    void open() throws SQLException, IOException {
        execute("drop table if exists booking");
        execute("create table booking (id integer primary key, name text, day date, at timestamptz, local timestamp,"
                + " amount numeric, rate double precision, held boolean, photo bytea)");
        scene = new ChannelScene(folder, "jdbc-pull")
                .with("url", AGENCY.url(), "user", AGENCY.user())
                .with("passwordFile", password(AGENCY.password()));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private String password(String text) throws IOException {
        return Files.writeString(folder.resolve("password"), text).toString();
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = AGENCY.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void row(int id, String name) throws SQLException {
        execute("insert into booking values (" + id + ", " + name + ", '2026-10-0" + id + "', '2026-10-0" + id
                + " 08:00:00Z', '2026-10-01 08:00', 1200.50, 0.00001, true, null)");
    }

    @Test
    void writesValuesInOneFormEach() throws SQLException {
        row(1, "'a \"b\", c'");
        row(2, "null");
        row(3, "''");

        Pulled pulled = scene.with(
                        "query",
                        "select id, name, day, at at time zone 'UTC' as utc, at, local, amount, rate, held from booking"
                                + " order by id limit 1")
                .pull();

        assertThat(scene.told()).isEmpty();
        assertThat(pulled.files()).containsExactly("bookings-api-20261006T060000Z.csv");
        assertThat(scene.texts())
                .containsExactly("id,name,day,utc,at,local,amount,rate,held\n"
                        + "1,\"a \"\"b\"\", c\",2026-10-01,2026-10-01T08:00:00,2026-10-01T08:00:00Z,"
                        + "2026-10-01T08:00:00,1200.50,0.000010,true\n");
        assertThat(scene.doneFiles().get(0)).startsWith("rows=1\nsha256=");
    }

    @Test
    void tellsAnEmptyTextFromNothing() throws SQLException {
        row(2, "null");
        row(3, "''");

        scene.with("query", "select id, name from booking order by id").pull();

        assertThat(scene.texts()).containsExactly("id,name\n2,\n3,\"\"\n");
    }

    @Test
    void attestsThatThereIsNothing() {
        scene.with("query", "select id from booking").pull();

        assertThat(scene.texts()).containsExactly("id\n");
        assertThat(scene.doneFiles().get(0)).startsWith("rows=0\n");
    }

    @Test
    void saysNothingWhereThereIsNothingNewSinceTheLastEmptyPull() throws SQLException {
        scene.with("query", "select id from booking");
        assertThat(scene.pull().files()).hasSize(1);
        assertThat(scene.pull()).isEqualTo(Pulled.NOTHING);
        row(1, "'x'");
        assertThat(scene.pull().files()).hasSize(1);
        execute("delete from booking");
        assertThat(scene.pull().files()).as("empty again after rows").hasSize(1);
        assertThat(scene.pull()).isEqualTo(Pulled.NOTHING);

        assertThat(scene.texts()).containsExactly("id\n", "id\n1\n", "id\n");
    }

    @Test
    void readsOnFromTheWatermarkLessTheOverlap() throws SQLException {
        row(1, "'x'");
        row(5, "'y'");
        scene.with("query", "select id, at from booking where at > :watermark order by id")
                .with("watermarkColumn", "at", "watermarkStart", "2026-01-01T00:00:00Z", "overlap", "P1D");
        scene.pull();
        row(4, "'late'");
        row(6, "'new'");

        scene.pull();

        assertThat(scene.mark()).contains("2026-10-06T08:00:00Z");
        assertThat(scene.texts().get(1)).isEqualTo("id,at\n5,2026-10-05T08:00:00Z\n6,2026-10-06T08:00:00Z\n");
    }

    @Test
    void remembersNothingThatTheHubDidNotTakeIn() throws SQLException {
        row(1, "'x'");
        scene.with("query", "select id from booking where id > :watermark")
                .with("watermarkColumn", "id", "watermarkStart", "0");
        scene.failing = true;
        assertThat(scene.pull().again()).isTrue();
        assertThat(scene.mark()).isEmpty();
        scene.failing = false;

        scene.pull();

        assertThat(scene.mark()).contains("1");
        assertThat(scene.texts()).containsExactly("id\n1\n");
    }

    @Test
    void readsNothingWhereTheColumnsAreOthers() throws SQLException {
        row(1, "'x'");
        scene.unknown.add("name");

        scene.with("query", "select id, name, photo from booking", "watermarkColumn", "at")
                .pull();

        assertThat(scene.texts()).isEmpty();
        assertThat(scene.told())
                .containsExactly("DATABASE_COLUMNS Channel harborlight/bookings-api was not read. The column `photo`"
                        + " holds bytes or lists, not text. The column `at` of the watermark is not in the result. The"
                        + " column `name` is not known to the mapping.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select * from nowhere | DATABASE_REFUSED Channel harborlight/bookings-api: the database refuses the"
                        + " statement (SQLSTATE 42P01).",
                "with gone as (delete from booking returning id) select id from gone | DATABASE_REFUSED Channel"
                        + " harborlight/bookings-api: the database refuses the statement (SQLSTATE 25006).",
                "select 'infinity'::date as day | DATABASE_COLUMNS Channel harborlight/bookings-api: row 1 of the"
                        + " result holds a number or a day that no text can carry, such as infinity.",
                "delete from booking | CHANNEL Channel harborlight/bookings-api: the query is not a SELECT.",
                "select 1; drop table booking | CHANNEL Channel harborlight/bookings-api: the query holds several"
                        + " statements. Keep one SELECT."
            })
    void namesWhatIsWrongWithTheQuery(String query, String told) {
        scene.with("query", query).pull();

        assertThat(scene.texts()).isEmpty();
        assertThat(scene.told()).containsExactly(told);
    }

    @Test
    void givesUpAStatementThatTakesTooLong() {
        scene.with("query", "select pg_sleep(5) as id", "timeoutSeconds", "1").pull();

        assertThat(scene.told())
                .containsExactly("DATABASE_FAILED Channel harborlight/bookings-api: the database did not answer in time"
                        + " (SQLSTATE 57014).");
    }

    @Test
    void namesAnAddressThatNoDriverKnows() {
        scene.with("query", "select 1 as id", "url", "jdbc:carrierpigeon://roof")
                .pull();

        assertThat(scene.told())
                .containsExactly("DATABASE_DRIVER Channel harborlight/bookings-api: no driver is there for addresses"
                        + " that start with jdbc:carrierpigeon:.");
    }
}
