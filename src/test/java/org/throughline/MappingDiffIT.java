package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.TwoPeople.OPERATOR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testing.TestDatabase;
import org.throughline.testing.TestQueries;
import tools.jackson.databind.JsonNode;

/** An author learns before publishing what a change of a mapping does to the files that came last. */
final class MappingDiffIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final Path CLIENTS = Path.of("src/test/resources/cli/mappings/seaside/clients.yaml");
    private static final String[] DIFF = {"mapping", "diff", "seaside/clients", "--json"};

    @TempDir
    static Path home;

    private static TwoPeople people;
    private static String text;

    @BeforeAll
    static void sendTwoFiles() throws IOException, SQLException {
        people = new TwoPeople(POSTGRES, home);
        text = Files.readString(CLIENTS);
        people.write("mappings/seaside/clients.yaml", text);
        people.write("mappings/seaside/partner.yaml", Files.readString(CLIENTS.resolveSibling("partner.yaml")));
        assertThat(people.run(OPERATOR, "partner", "apply")).as(people.err()).isZero();
        send("first.csv", "1,Maple,Ada,1990-02-03\n2,Birch,Ben,1890-02-03\n");
        send("second.csv", "3,Cedar,Cat,yesterday\n4,Elder,Dan,1990-02-03\n");
    }

    @AfterAll
    static void part() {
        people.close();
    }

    @BeforeEach
    void restore() throws IOException {
        people.write("mappings/seaside/clients.yaml", text);
    }

    private static void send(String name, String rows) throws IOException {
        Path file = people.write(name, "Id,Last,First,Born\n" + rows);
        assertThat(people.run(OPERATOR, "feed", "run", "seaside/clients", "--file", file.toString()))
                .as(people.err())
                .isEqualTo(3);
    }

    private JsonNode diff(int code, String from, String to) throws IOException {
        people.write("mappings/seaside/clients.yaml", text.replace(from, to));
        assertThat(people.run(OPERATOR, DIFF)).as(people.err()).isEqualTo(code);
        assertThat(people.out()).doesNotContain("Maple", "Ada", "1990", "yesterday");
        return people.json();
    }

    @Test
    void findsNothingWhereNothingChanged() {
        assertThat(people.run(OPERATOR, "mapping", "diff", "seaside/clients")).isZero();
        assertThat(people.out())
                .startsWith(
                        "seaside/clients as its file stands, against version 1, which is the same text, on 2 files,")
                .contains("4 rows: 0 change, 0 newly held, 0 newly taken, 0 lost.");
    }

    @Test
    void countsRecordsThatChangeByField() throws IOException {
        JsonNode diff = diff(0, "first_name: first", "first_name: {from: first, clean: name}");

        assertThat(diff.get("changed").asInt()).isEqualTo(2);
        assertThat(diff.get("fields").get(0).get("field").asString()).isEqualTo("first_name");
        assertThat(diff.get("fields").get(0).get("changed").asInt()).isEqualTo(2);
        assertThat(diff.get("files")
                        .get(1)
                        .get("changed")
                        .get("places")
                        .get(0)
                        .get("row")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void findsWhatIsNewlyHeldAndNewlyTaken() throws IOException {
        JsonNode held = diff(3, "dob >= date('1900-01-01')", "dob >= date('1995-01-01')");
        assertThat(held.get("newly_held").asInt()).isEqualTo(2);
        assertThat(held.get("problems").get(0).get("new").asInt()).isEqualTo(2);

        JsonNode taken = diff(0, "dob >= date('1900-01-01')", "dob >= date('1800-01-01')");
        assertThat(taken.get("newly_taken").asInt()).isEqualTo(1);
        assertThat(taken.get("problems").get(0).get("code").asString()).isEqualTo("born_before_1900");
        assertThat(taken.get("problems").get(0).get("gone").asInt()).isEqualTo(1);
    }

    @Test
    void findsARecordThatIsLost() throws IOException {
        JsonNode lost = diff(3, "    key: id\n", "    key: id\n    when: \"id != '4'\"\n");

        assertThat(lost.get("lost").asInt()).isEqualTo(1);
    }

    @Test
    void refusesVersionsThatAreNotThere() {
        assertThat(people.run(OPERATOR, "mapping", "diff", "seaside/clients", "--against", "7"))
                .isEqualTo(4);
        assertThat(people.err()).isEqualTo("There is no version 7 of seaside/clients. mapping history names all.\n");
        assertThat(people.run(OPERATOR, "mapping", "diff", "hud-hmis-2026")).isEqualTo(4);
    }

    @Test
    void notesInTheLedgerThatValuesAreShown() {
        String looks = "select count(*) from audit.entry where action = 'mapping.preview'";
        TestQueries ledger = new TestQueries(POSTGRES.owner());
        String file = people.home().resolve("first.csv").toString();

        people.run(OPERATOR, "mapping", "preview", "seaside/clients", file);
        assertThat(people.out()).contains("Last=Aaaaa").doesNotContain("Maple");
        assertThat(ledger.value(looks)).isEqualTo("0");

        people.run(OPERATOR, "mapping", "preview", "seaside/clients", file, "--show-values");
        assertThat(people.out()).contains("Last=Maple");
        assertThat(ledger.value(looks)).isEqualTo("1");
    }
}
