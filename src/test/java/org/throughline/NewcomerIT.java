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
import org.throughline.house.ProjectFiles;
import org.throughline.testing.TestDatabase;
import org.throughline.testing.TestQueries;

/** The way of docs/add-a-provider.md on a fresh home, where the files of all partners that came with the hub lack their keys. */
final class NewcomerIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final String FEED = "quarry/stays";

    /** Nobody in it exists. */
    private static final String STAYS = """
        Client ID,Last Name,First Name,DOB,Sex,Start Date,End Date,Worker
        Q-1,Slate,Fern,2014-03-17,F,2026-09-16,,AB
        Q-2,Shale,Olive,2012-12-31,F,2026-09-06,2026-10-02,AB
        Q-3,Basalt,Ivy,2015-02-28,M,2026-09-30,,AC
        """;

    @TempDir
    Path home;

    private TwoPeople people;
    private String sample;

    @BeforeEach
    void setUp() throws IOException, SQLException {
        people = new TwoPeople(POSTGRES, home, ProjectFiles.root());
        sample = people.write("stays.csv", STAYS).toString();
    }

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void goesFromASampleToAnAcceptedSubmission() throws IOException {
        run("mapping", "suggest", sample, "--sender", "quarry", "--as", "stays");
        assertThat(people.out())
                .endsWith("then: mapping check quarry/stays, partner apply quarry, and feed run quarry/stays --file"
                        + " FILE\n");
        run("mapping", "check", FEED);
        run("partner", "check", "quarry");
        assertThat(people.out())
                .isEqualTo("The files of quarry can be applied.\nSomething is wrong in files of other partners; partner"
                        + " check without a name tells it.\n");
        run("partner", "apply", "quarry");
        assertThat(people.out()).contains("feed stays status becomes testing.").doesNotContain("harborlight");
        testsAndCertifies();

        status("certified", "live");
        run("feed", "run", FEED, "--file", sample);
        assertThat(people.out())
                .contains("is loaded.\n3 records: 3 accepted, 0 unchanged, 0 held")
                .doesNotContain("FEED_TESTING");
        assertThat(value("select count(*) from canonical.client_record")).isEqualTo("3");
        assertThat(value("select string_agg(sender, ' ') from intake.sender")).isEqualTo("quarry");
    }

    private void testsAndCertifies() throws IOException {
        run("feed", "run", FEED, "--file", sample);
        assertThat(people.out()).contains("3 accepted", "FEED_TESTING").doesNotContain("  at \n");
        status("testing", "certified");
        run("feed", "start", FEED, "--reason", "Both sides are content.");
        assertThat(people.out())
                .isEqualTo("The feed quarry/stays is certified now.\n"
                        + "Its partner file says so: write status: live there, then partner apply quarry.\n");
        assertThat(value("select count(*) from canonical.client_record")).isEqualTo("0");
    }

    private void status(String from, String to) throws IOException {
        Path partner = home.resolve("mappings/quarry/partner.yaml");
        people.write(
                "mappings/quarry/partner.yaml",
                Files.readString(partner).replace("status: " + from + "}", "status: " + to + "}"));
        run("partner", "apply", "quarry");
    }

    private void run(String... arguments) {
        people.leave();
        assertThat(people.run(OPERATOR, arguments)).as(people.err()).isZero();
    }

    private static Object value(String sql) {
        return new TestQueries(POSTGRES.owner()).value(sql);
    }
}
