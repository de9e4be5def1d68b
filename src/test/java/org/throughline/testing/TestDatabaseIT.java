package org.throughline.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class TestDatabaseIT {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    @Test
    void worksAsTheHubsRole() throws SQLException {
        assertThat(ask(DATABASE.hub(), "select current_user")).isEqualTo(DATABASE.rolePrefix() + "hub");
    }

    @Test
    void hubCannotChangeTheStructure() {
        assertThatThrownBy(() -> ask(DATABASE.hub(), "drop table intake.submission cascade"))
                .hasMessageContaining("must be owner");
    }

    @Test
    void keepsClonesApart() throws SQLException {
        try (var other = TestDatabase.migrated().open()) {
            var insert = "insert into intake.sender (sender, title, kind) values ('clone', 'Clone', 'trial') returning"
                    + " sender";
            var count = "select count(*)::text from intake.sender where sender = 'clone'";

            assertThat(ask(other.hub(), insert)).isEqualTo("clone");
            assertThat(ask(other.hub(), count)).isEqualTo("1");
            assertThat(ask(DATABASE.hub(), count)).isEqualTo("0");
        }
    }

    @Test
    void emptyDatabaseHasNoSchema() throws SQLException {
        try (var empty = TestDatabase.empty().open()) {
            assertThat(ask(empty.owner(), "select count(*)::text from pg_namespace where nspname = 'intake'"))
                    .isEqualTo("0");
        }
    }

    private static String ask(DataSource source, String query) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
