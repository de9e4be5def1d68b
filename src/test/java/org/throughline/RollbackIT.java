package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.TwoPeople.APPROVER;
import static org.throughline.TwoPeople.AUTHOR;
import static org.throughline.TwoPeople.OPERATOR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testing.TestDatabase;
import org.throughline.testing.TestQueries;
import tools.jackson.databind.JsonNode;

/** A mapping is published wrong, rolled back and its files replayed: what is believed and told is what it was before. */
final class RollbackIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final Path INSTALLED = Path.of("mappings");
    private static final Path SENT = Path.of("src", "main", "resources", "demo", "night-1");
    private static final String REPORTS = "dcyf/maltreatment-reports";

    @TempDir
    Path home;

    private TwoPeople people;

    @Test
    void tellsWhatItToldBefore() throws IOException, SQLException {
        try (TwoPeople three = new TwoPeople(POSTGRES, home)) {
            people = three;
            takeEverythingIn();
            publish(1);
            List<List<String>> view = view();
            List<List<String>> receipts = receipts();
            List<List<String>> told = told();
            assertThat(told).anyMatch(row -> row.contains("NUM"));

            publishWhatIsWrong();
            assertThat(replay().get("newly_held").asLong()).isZero();
            assertThat(view()).isNotEqualTo(view);
            assertThat(told()).isNotEqualTo(told).noneMatch(row -> row.contains("NUM"));

            run(AUTHOR, "mapping", "rollback", REPORTS, "--to", "1", "--reason", "Nobody is screened in any more.");
            run(APPROVER, "mapping", "approve", REPORTS, "1");
            replay();
            assertThat(view()).isEqualTo(view);
            assertThat(receipts()).isEqualTo(receipts);
            assertThat(told()).isEqualTo(told);
            assertThat(beliefsOfThePast())
                    .as("history keeps what was believed first, and what was believed by mistake")
                    .containsExactly(List.of("screened_in"), List.of("screened_out"));
        }
    }

    private void takeEverythingIn() throws IOException {
        for (String part : List.of("codes", "codes/hub", "dcyf", "harborlight")) {
            copy(part);
        }
        for (String file : List.of("agreements/DSA-DCYF-HL-2025.yaml", "policy/PR-DCYF-HL-1.yaml")) {
            people.write("mappings/" + file, Files.readString(INSTALLED.resolve(file)));
        }
        String partner = Files.readString(INSTALLED.resolve("harborlight/partner.yaml"));
        int account = partner.indexOf("account:");
        people.write(
                "mappings/harborlight/partner.yaml",
                partner.substring(0, account)
                        + "account: {transport: folder, folder: '${THROUGHLINE_HOME}/partners/harborlight', completion:"
                        + " rename}\n" + partner.substring(partner.indexOf("programs:")));
        run(OPERATOR, "partner", "apply");
        feed(REPORTS, "dcyf/DCYF_MALTX_20240101-20260831.txt");
        feed(REPORTS, "dcyf/DCYF_MALTX_20260901-20260930.txt");
        feed("harborlight/fps-participants", "harborlight/HL_FPS_20260928.csv");
        feed("harborlight/consents", "harborlight/HL_CONSENT_20261005.csv");
    }

    /** Samples stay where they are: a sample of the right mapping would forbid to publish the wrong one. */
    private void copy(String folder) throws IOException {
        try (Stream<Path> files = Files.list(INSTALLED.resolve(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                people.write("mappings/" + folder + "/" + file.getFileName(), Files.readString(file));
            }
        }
    }

    private void feed(String feed, String file) {
        assertThat(people.run(
                        OPERATOR,
                        "feed",
                        "run",
                        feed,
                        "--file",
                        SENT.resolve(file).toString()))
                .as(people.err())
                .isIn(0, 3);
    }

    private void publishWhatIsWrong() throws IOException {
        String right = Files.readString(INSTALLED.resolve(REPORTS + ".yaml"));
        people.write(
                "mappings/" + REPORTS + ".yaml",
                right.replace("SI: screened_in", "SI: screened_out")
                        .replace("disposition: screened_in", "disposition: screened_out"));
        publish(2);
    }

    private void publish(int number) {
        run(AUTHOR, "mapping", "publish", REPORTS, "--effective", "2020-01-01", "--reason", "Agreed.");
        run(APPROVER, "mapping", "approve", REPORTS, Integer.toString(number));
    }

    /** Counts first, and says yes to the number; gives the first submission's line. */
    private JsonNode replay() {
        run(OPERATOR, "file", "replay", "--feed", REPORTS, "--dry-run", "--json");
        JsonNode counted = people.json();
        assertThat(counted.get("told_differently").findValuesAsString("kind")).contains("measure", "outcome file");
        String changes = counted.get("changes").asString();
        assertThat(people.run(OPERATOR, "file", "replay", "--feed", REPORTS, "--confirm", "1"))
                .as("another number than was counted")
                .isEqualTo(5);
        run(OPERATOR, "file", "replay", "--feed", REPORTS, "--confirm", changes, "--json");
        assertThat(people.json().get("changes").asString()).isEqualTo(changes);
        return people.json().get("submissions").get(0);
    }

    private void run(String person, String... arguments) {
        assertThat(people.run(person, arguments))
                .as(String.join(" ", arguments) + ": " + people.err())
                .isZero();
    }

    /** The rows of an outcome file built now. */
    private List<List<String>> told() {
        run(OPERATOR, "link", "run");
        run(OPERATOR, "measure", "compute");
        run(OPERATOR, "outcome", "build", "harborlight");
        return rows("select client_key, measure, status, event_month, event_date::text, observed_through::text from"
                + " release.outcome_row where outcome_file_id = (select max(outcome_file_id) from"
                + " release.outcome_file) order by row_number");
    }

    private static List<List<String>> view() {
        return rows("select key, content_hash, submission_id::text, source_line::text from canonical.admin_event where"
                + " recorded_to is null union all select key, content_hash, submission_id::text, source_line::text from"
                + " canonical.client_record where recorded_to is null order by 1, 2");
    }

    private static List<List<String>> receipts() {
        return rows("select document::text from intake.receipt order by submission_id");
    }

    private static List<List<String>> beliefsOfThePast() {
        return rows("select distinct disposition from canonical.admin_event where recorded_to is not null and key in"
                + " (select key from canonical.admin_event where disposition = 'screened_in') order by 1");
    }

    private static List<List<String>> rows(String sql) {
        return new TestQueries(POSTGRES.owner()).rows(sql);
    }
}
