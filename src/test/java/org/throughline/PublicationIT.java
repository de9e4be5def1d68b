package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.TwoPeople.APPROVER;
import static org.throughline.TwoPeople.AUTHOR;
import static org.throughline.TwoPeople.OPERATOR;

import java.io.IOException;
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

/** A mapping counts when two people say so, on real logins, and from the day on that they said. */
final class PublicationIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final String APPROVE = "update intake.mapping_publication set approved_at = now()";

    private static int senders;

    @TempDir
    static Path home;

    private static TwoPeople people;
    private Seaside seaside;

    @BeforeAll
    static void meet() throws IOException, SQLException {
        people = new TwoPeople(POSTGRES, home);
    }

    @AfterAll
    static void part() {
        people.close();
    }

    @BeforeEach
    void setUp() throws IOException {
        seaside = new Seaside(people, "seaside-" + ++senders);
        seaside.write("Maple");
        assertThat(people.run(OPERATOR, "partner", "apply")).as(people.err()).isZero();
    }

    @Test
    void countsOnceASecondPersonHasApproved() {
        assertThat(publish("2026-10-01")).isZero();
        assertThat(people.out())
                .startsWith("Proposed: version 1 of " + seaside.mapping()
                        + ", for reporting periods that start on or after 2026-10-01, by " + people.login(AUTHOR)
                        + ". 1 test passed. No version counted for that period before. Nothing changes until another"
                        + " login approves it: mapping approve " + seaside.mapping() + " 1.");

        assertThat(people.run(APPROVER, "mapping", "approve", seaside.mapping(), "1", "--reason", "Read it."))
                .as(people.err())
                .isZero();

        assertThat(people.run(AUTHOR, "mapping", "history", seaside.mapping(), "--json"))
                .isZero();
        var published = people.json().get("versions").get(0).get("publications").get(0);
        assertThat(published.get("in_force").asBoolean()).isTrue();
        assertThat(published.get("proposed_by").asString()).isEqualTo(people.login(AUTHOR));
        assertThat(published.get("approved_by").asString()).isEqualTo(people.login(APPROVER));
    }

    @Test
    void refusesOnePersonOnTheCommandLine() {
        publish("2026-10-01");

        assertThat(people.run(AUTHOR, "mapping", "approve", seaside.mapping(), "1"))
                .isEqualTo(5);
        assertThat(people.err())
                .startsWith("Version 1 of " + seaside.mapping() + " was proposed by " + people.login(AUTHOR)
                        + ", the login that approves it now. A second person has to approve it, with a database login"
                        + " of their own.");
        assertThat(people.run(
                        APPROVER,
                        "mapping",
                        "publish",
                        seaside.mapping(),
                        "--effective",
                        "2026-10-01",
                        "--reason",
                        "x"))
                .as("who approves does not propose")
                .isEqualTo(5);
    }

    @Test
    void refusesOnePersonInPlainSql() {
        publish("2026-10-01");

        String mine = APPROVE + " where mapping = '" + seaside.mapping() + "'";
        refused(AUTHOR, mine);
        refused(AUTHOR, mine + " and approved_by is null");
        refused(AUTHOR, "update intake.mapping_publication set approved_by = 'somebody', approved_at = now()");
        refused(AUTHOR, "update intake.mapping_publication set proposed_by = 'somebody'");
        refused(AUTHOR, "set session authorization " + people.login(APPROVER));
        refused(AUTHOR, "delete from intake.mapping_publication");
        refused(
                AUTHOR,
                "insert into intake.mapping_publication (mapping, mapping_version_id, effective, reason, proposed_at,"
                        + " proposed_by) select mapping, mapping_version_id, effective, reason, now(), 'somebody' from"
                        + " intake.mapping_publication");
        refused(
                APPROVER,
                "insert into intake.mapping_publication (mapping, mapping_version_id, effective, reason, proposed_at)"
                        + " select mapping, mapping_version_id, effective, reason, now() from"
                        + " intake.mapping_publication");
        refused(AUTHOR, "alter table intake.mapping_publication disable trigger all");
        assertThat(new TestQueries(POSTGRES.owner())
                        .value(
                                "select count(*) from intake.mapping_publication where mapping = ? and approved_by is"
                                        + " not null",
                                seaside.mapping()))
                .isEqualTo("0");
    }

    @Test
    void publishesNothingThatFailsATest() throws IOException {
        seaside.write("Oak");

        assertThat(publish("2026-10-01")).isEqualTo(3);
        assertThat(people.err()).contains("Nothing is published: every test of a mapping has to pass first.");
        assertThat(people.run(APPROVER, "mapping", "approve", seaside.mapping(), "1"))
                .isEqualTo(4);
    }

    @Test
    void takesTheDraftUntilItIsPublishedAndTheVersionAfterwards() throws IOException {
        assertThat(run("20261005", "1,Maple,Ada,1990-02-03\n")).isZero();
        approved("2026-10-01");
        seaside.writeWithNotes();

        assertThat(run("20261012", "1,Maple,Ada,1990-02-03\n2,Cedar,Bea,1991-01-01\n"))
                .isZero();
        assertThat(people.err())
                .contains("The file of the mapping " + seaside.mapping() + " differs from the version that is"
                        + " published");
        assertThat(seaside.rows(
                        "select count(*) from canonical.client_record where sender = ? and middle_name is null"))
                .isEqualTo("2");
    }

    @Test
    void readsEveryFileUnderTheVersionOfItsPeriod() throws IOException {
        approved("2026-01-01");
        seaside.writeWithNotes();
        approved("2026-10-01", 2);

        assertThat(run("20261012", "1,Maple,Ada,1990-02-03\n")).isZero();
        assertThat(run("20260907", "2,Cedar,Bea,1991-01-01\n")).isZero();

        assertThat(seaside.rows("select string_agg(v.number::text, ',' order by submission_id) from intake.submission"
                        + " join intake.mapping_version v using (mapping_version_id) where sender = ?"))
                .isEqualTo("2,1");
    }

    @Test
    void goesBackAsTwoPeople() throws IOException {
        approved("2026-01-01");
        seaside.writeWithNotes();
        approved("2026-10-01", 2);

        assertThat(people.run(AUTHOR, "mapping", "rollback", seaside.mapping(), "--to", "1", "--reason", "Wrong."))
                .as(people.err())
                .isZero();
        assertThat(people.out())
                .startsWith("Proposed again: version 1 of ")
                .contains("It takes the place of version 2");
        assertThat(people.run(AUTHOR, "mapping", "approve", seaside.mapping(), "1"))
                .isEqualTo(5);
        assertThat(people.run(APPROVER, "mapping", "approve", seaside.mapping(), "1"))
                .isZero();

        assertThat(run("20261012", "1,Maple,Ada,1990-02-03\n")).isZero();
        assertThat(seaside.rows("select v.number from intake.submission join intake.mapping_version v using"
                        + " (mapping_version_id) where sender = ?"))
                .isEqualTo("1");
        assertThat(people.run(AUTHOR, "mapping", "history", seaside.mapping())).isZero();
        assertThat(people.out()).contains("rolled back to for periods from 2026-01-01", "withdrawn since");
    }

    private int publish(String effective) {
        return people.run(
                AUTHOR, "mapping", "publish", seaside.mapping(), "--effective", effective, "--reason", "Agreed.");
    }

    private void approved(String effective) {
        approved(effective, 1);
    }

    private void approved(String effective, int number) {
        assertThat(publish(effective)).as(people.err()).isZero();
        assertThat(people.run(APPROVER, "mapping", "approve", seaside.mapping(), Integer.toString(number)))
                .as(people.err())
                .isZero();
    }

    private int run(String day, String rows) throws IOException {
        return seaside.run(OPERATOR, day, rows);
    }

    private void refused(String person, String statement) {
        assertThatThrownBy(() -> people.sql(person, statement))
                .as(statement)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        error -> assertThat(error.getSQLState()).isEqualTo("42501"));
    }

    /** A synthetic provider with one feed of clients by the week. */
    record Seaside(TwoPeople people, String sender) {

        String mapping() {
            return sender + "/clients";
        }

        /** The mapping, whose one test expects this last name of Ada Maple. */
        void write(String expected) throws IOException {
            people.write("mappings/" + sender + "/partner.yaml", PARTNER.formatted(sender));
            people.write("mappings/" + sender + "/clients.yaml", MAPPING.formatted(sender, expected, ""));
        }

        void writeWithNotes() throws IOException {
            people.write(
                    "mappings/" + sender + "/clients.yaml",
                    MAPPING.formatted(sender, "Maple", "      middle_name: {value: noted}\n"));
        }

        int run(String person, String day, String rows) throws IOException {
            Path file = people.write("in/sea_" + day + ".csv", "Id,Last,First,Born\n" + rows);
            return people.run(person, "feed", "run", mapping(), "--file", file.toString());
        }

        Object rows(String sql) {
            return new TestQueries(POSTGRES.owner()).value(sql, sender);
        }

        private static final String PARTNER = """
            partner: %s
            title: Seaside Services (synthetic)
            kind: provider
            feeds:
              - {feed: clients, mapping: %1$s/clients}
            """;

        private static final String MAPPING = """
            mapping: %1$s/clients
            version: 1
            status: active
            effective: 2026-01-01
            title: Seaside Services (synthetic), clients
            owner: {agency: test, provider: seaside}
            receive:
              name: 'sea_(?<run>\\d{8})\\.csv'
              period: {from: run, covers: P7D}
              content: changes
            source:
              format: csv
              dialect: {delimiter: ',', encoding: [utf-8]}
              fields:
                id: {column: Id, type: string}
                last: {column: Last, type: string, pii: name}
                first: {column: First, type: string, pii: name}
                dob: {column: Born, type: date, format: yyyy-MM-dd, pii: birth_date}
            write:
              - to: client_record
                key: id
                set:
                  last_name: last
                  first_name: first
            %3$s      birth_date: dob
                  identifiers_hashed: {value: false}
            tests:
              - name: the last name is the last name
                given: {Id: '1', Last: Maple, First: Ada, Born: '1990-02-03'}
                expect: {client_record: {last_name: %2$s}}
            """;
    }
}
