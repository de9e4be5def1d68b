package org.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.throughline.testing.TestDatabase;

final class DataDictionaryIT {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    @Test
    void everyTableAndColumnSaysWhatItIs() throws SQLException {
        try (var connection = DATABASE.owner().getConnection()) {
            assertThat(DataDictionary.of(connection).withoutComment()).isEmpty();
        }
    }

    @Test
    void seesATableAndAColumnWithoutAComment() throws SQLException {
        try (var planted = TestDatabase.migrated().open();
                var connection = planted.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table intake.planted (silent text)");

            assertThat(DataDictionary.of(connection).withoutComment())
                    .containsExactly("intake.planted", "intake.planted.silent");
        }
    }

    @Test
    void theCommittedPageIsTheDatabases() throws SQLException, IOException {
        var page = ProjectFiles.root().resolve("docs/data-dictionary.md");
        try (var connection = DATABASE.owner().getConnection()) {
            var fresh = DataDictionary.of(connection).asMarkdown();
            if (Boolean.getBoolean("throughline.regenerate")) {
                Files.writeString(page, fresh);
            }

            assertThat(Files.readString(page))
                    .as("mvn verify -Dthroughline.regenerate=true writes the page anew")
                    .isEqualTo(fresh);
        }
    }
}
