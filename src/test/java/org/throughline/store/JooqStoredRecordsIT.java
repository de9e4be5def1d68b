package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.coverage.StoredRecords.Filled;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/** Counts of stored records; nobody in them exists. */
final class JooqStoredRecordsIT {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    @Test
    void countsFieldsRecordsAndTroubles(@TempDir Path home) throws Exception {
        String text = "Id,BIRTHDATE,DEATHDATE,SSN,FIRST,LAST,SUFFIX,RACE,ETHNICITY,GENDER,ADDRESS,CITY,STATE,ZIP\n"
                + "P1,1996-02-29,,,Jasper,Slate,,,,M,,,,\n"
                + "P2,soon,,,Fern,Slate,,,,F,,,,\n"
                + "P3,1990-01-01,,,,Basalt,,,,F,,,,\n";
        Path file = Files.write(home.resolve("patients.csv"), text.getBytes(StandardCharsets.UTF_8));
        new IntakeScene(DATABASE, home).run("patients-csv", file);
        JooqStoredRecords stored = new JooqStoredRecords(new Database(DATABASE.hub()));

        Filled clients = stored.filled().stream()
                .filter(one -> one.entity().equals("client_record"))
                .findFirst()
                .orElseThrow();
        assertThat(clients.records()).isEqualTo(2);
        assertThat(clients.fields()).containsEntry("first_name", 1L).containsEntry("last_name", 2L);
        assertThat(stored.recent(5)).singleElement().satisfies(one -> {
            assertThat(one.read()).isEqualTo(3);
            assertThat(one.good()).isEqualTo(2);
        });
        assertThat(stored.troubled(5)).singleElement().satisfies(one -> {
            assertThat(one.column()).isEqualTo("BIRTHDATE");
            assertThat(one.records()).isEqualTo(1);
        });
        assertThat(stored.looks(5)).singleElement().satisfies(one -> {
            assertThat(one.records()).isEqualTo(3);
            assertThat(one.filled()).containsEntry("FIRST", 2L).containsEntry("SSN", 0L);
        });
    }

    @Test
    void tellsWhatWasMadeOfRecords() throws Exception {
        try (var owner = DATABASE.owner().getConnection();
                var statement = owner.createStatement()) {
            statement.execute("insert into linkage.run (model, started_at, finished_at) values ('m', now(), now())");
        }
        JooqStoredRecords stored = new JooqStoredRecords(new Database(DATABASE.hub()));

        assertThat(stored.used(Instant.parse("2999-01-01T00:00:00Z"))).isEmpty();
        assertThat(stored.used(Instant.EPOCH)).singleElement().satisfies(one -> {
            assertThat(one.user()).isEqualTo("linkage");
            assertThat(one.times()).isEqualTo(1);
        });
    }
}
