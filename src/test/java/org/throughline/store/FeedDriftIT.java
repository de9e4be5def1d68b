package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/** Files that look otherwise than the one loaded before; nobody in them exists. */
final class FeedDriftIT {
    private static final String HEADER =
            "Id,BIRTHDATE,DEATHDATE,SSN,FIRST,LAST,SUFFIX,RACE,ETHNICITY,GENDER,ADDRESS,CITY," + "STATE,ZIP,LAT";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    @TempDir
    Path home;

    @Test
    void tellsOfAChangedHeaderWithTheChangeProposed() throws IOException {
        IntakeScene scene = new IntakeScene(DATABASE, home);
        send(scene, "first.csv", HEADER, 1);
        send(scene, "same.csv", HEADER, 2);
        assertThat(events(scene)).isEmpty();

        send(scene, "renamed.csv", HEADER.replace("BIRTHDATE", "BIRTH_DAY"), 3);
        send(scene, "noted.csv", HEADER.replace("LAT", "Weight"), 4);
        send(scene, "many.csv", HEADER.replace("LAT", "Weight"), 60);

        assertThat(events(scene))
                .containsExactly(
                        List.of(
                                "FILE_DRIFT",
                                "Submission 3, patients-csv: The column `BIRTHDATE` is probably column 2 now, under"
                                    + " another name. Proposed at standards/patients-csv.yaml:19: its new name under"
                                    + " `aka`."),
                        List.of(
                                "FILE_DRIFT",
                                "Submission 4, patients-csv: The column `LAT` is probably column 15 now, under"
                                        + " another name."),
                        List.of(
                                "FILE_DRIFT",
                                "Submission 5, patients-csv: the file loaded before had 4 records, this one has"
                                        + " 60."));
    }

    private static List<List<String>> events(IntakeScene scene) {
        return scene.rows("select code, fact from intake.feed_event order by feed_event_id");
    }

    private void send(IntakeScene scene, String name, String header, int rows) throws IOException {
        StringBuilder text = new StringBuilder(header).append('\n');
        for (int row = 1; row <= rows; row++) {
            text.append("P").append(row).append(",1996-02-29,,,Jasper,Slate,,,,M,,,,,\n");
        }
        Path file = Files.write(home.resolve(name), text.toString().getBytes(StandardCharsets.UTF_8));
        scene.run("patients-csv", file);
    }
}
