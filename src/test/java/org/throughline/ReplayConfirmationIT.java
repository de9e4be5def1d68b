package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.TwoPeople.OPERATOR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testing.TestDatabase;
import org.throughline.testing.TestQueries;

/** A replay that changes much asks whoever sits at the terminal to type how much. */
final class ReplayConfirmationIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final Path FIXTURES = Path.of("src", "test", "resources", "cli", "mappings", "seaside");
    private static final int PEOPLE = 101;

    @TempDir
    Path home;

    private TwoPeople people;

    @BeforeEach
    void loadManyUnderAnEarlierMapping() throws IOException, SQLException {
        people = new TwoPeople(POSTGRES, home);
        String mapping = Files.readString(FIXTURES.resolve("clients.yaml"));
        people.write("mappings/seaside/partner.yaml", Files.readString(FIXTURES.resolve("partner.yaml")));
        people.write("mappings/seaside/clients.yaml", mapping);
        StringBuilder rows = new StringBuilder("Id,Last,First,Born\n");
        for (int number = 1; number <= PEOPLE; number++) {
            rows.append(number).append(",Made,Up,1990-02-03\n");
        }
        Path file = people.write("many.csv", rows.toString());
        assertThat(people.run(OPERATOR, "partner", "apply")).as(people.err()).isZero();
        assertThat(people.run(OPERATOR, "feed", "run", "seaside/clients", "--file", file.toString()))
                .as(people.err())
                .isZero();
        people.write(
                "mappings/seaside/clients.yaml",
                mapping.replace("first_name: first", "first_name: {from: first, clean: upper}"));
        people.leave();
    }

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void changesNothingUntilTheNumberIsTyped() {
        assertThat(replay()).as("nobody is there").isEqualTo(5);
        assertThat(people.err())
                .contains("Nothing was changed. Replay 1 would make 101 changes; say yes to that number: file replay"
                        + " --resume 1 --confirm 101.");
        people.types("yes");
        assertThat(replay()).as("another word").isEqualTo(5);
        people.types("100");
        assertThat(replay()).as("another number").isEqualTo(5);
        assertThat(uppercase()).isEqualTo("0");

        people.types(" 101 ");
        assertThat(replay()).as(people.err()).isZero();
        assertThat(uppercase()).isEqualTo("101");
    }

    private int replay() {
        return people.run(OPERATOR, "file", "replay", "--feed", "seaside/clients");
    }

    private static Object uppercase() {
        return new TestQueries(POSTGRES.owner())
                .value("select count(*) from canonical.client_record where recorded_to is null and first_name = 'UP'");
    }
}
