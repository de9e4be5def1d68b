package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.testing.TestDatabase;
import org.throughline.testing.TestQueries;

/** No belief comes from what is not there, keeps another origin than it had, or is left without one. */
final class OriginsIT {
    private static final String BELIEF =
            "insert into canonical.organization (sender, key, name, feed_id, submission_id,"
                    + " mapping_version_id, content_hash, recorded_from) values ";
    private static final String SUBMISSION_STATE = "insert into intake.source_record_state (submission_id, member,"
            + " record_number, line, row_number, state) values ";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    @BeforeAll
    static void plant() throws SQLException {
        run("insert into intake.sender (sender, title, kind) values ('aster', 'Synthetic', 'provider')");
        run("insert into intake.feed (sender, name, mapping) values ('aster', 'people', 'probe/people')");
        run(BELIEF + "('aster', 'o1', 'Made up', (select feed_id from intake.feed), null, null, 'h', now())");
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = DATABASE.hub().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BELIEF + "('nobody', 'o2', 'Made up', null, null, null, 'h', now())",
                BELIEF + "('aster', 'o2', 'Made up', 999, null, null, 'h', now())",
                BELIEF + "('aster', 'o2', 'Made up', null, 999, null, 'h', now())",
                BELIEF + "('aster', 'o2', 'Made up', null, null, 999, 'h', now())",
                BELIEF + "('aster', 'o2', 'Made up', null, null, null, 'h', now()), ('nobody', 'o3', 'Made up', null,"
                        + " null, null, 'h', now())",
                SUBMISSION_STATE + "(999, 'people.csv', 1, 2, 2, 'accepted')",
                "update canonical.organization set sender = 'nobody'",
                "update canonical.organization set submission_id = 999",
                "delete from intake.feed",
                "delete from intake.sender"
            })
    void areThereAndStay(String sql) {
        assertThatThrownBy(() -> run(sql))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("23503"));
    }

    @Test
    void areCheckedInEveryCanonicalTable() {
        assertThat(new TestQueries(DATABASE.hub())
                        .rows(
                                "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname ="
                                        + " 'mapping_version_id' where c.relnamespace = 'canonical'::regnamespace and c.relkind ="
                                        + " 'r' and (select count(*) from pg_trigger t where t.tgrelid = c.oid and t.tgname in"
                                        + " ('origins_exist', 'origin_stays')) <> 2"))
                .isEmpty();
    }
}
