package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.ProblemReport;
import org.throughline.intake.Receipt;
import org.throughline.intake.SubmissionStatus;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/** The sample of the ready-made mapping as a batch file, whole and with a trailer that counts otherwise. */
final class Hl7BatchIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final Path SAMPLE = Path.of("mappings/standards/samples/hl7-adt.sample.hl7");

    @TempDir
    static Path home;

    private static IntakeScene scene;
    private static Receipt receipt;

    @BeforeAll
    static void takeIn() {
        scene = new IntakeScene(POSTGRES, home);
        receipt = scene.run("trial/hl7-adt", SAMPLE);
    }

    @Test
    void accountsForEveryMessage() {
        assertThat(receipt.status()).isEqualTo(SubmissionStatus.LOADED);
        assertThat(receipt.records().read()).isEqualTo(11);
        assertThat(IntakeScene.member(receipt, "ADT").counts().held()).isEqualTo(1);
        assertThat(IntakeScene.member(receipt, "MERGE").counts().accepted()).isEqualTo(2);
        assertThat(IntakeScene.member(receipt, "ORU^R01").counts().held()).isEqualTo(1);
        assertThat(receipt.problems())
                .extracting(ProblemReport::code)
                .contains("KIND_NEW", "FIELD_TYPE", "LATER_IN_FILE");
    }

    @Test
    void countsTheLastMessageAboutARecord() {
        Beliefs beliefs = Beliefs.of(scene, "trial");

        assertThat(beliefs.value("admin_event", "V1001", "end_date")).hasToString("2026-01-12");
        assertThat(beliefs.value("admin_event", "V1001", "event_date")).hasToString("2026-01-10");
        assertThat(beliefs.current("client_merge")).isEqualTo(2);
    }

    /** A delivery that was cut off is finished only with the very same bytes. */
    @Test
    void writesItsArchiveTheSameAtAnyTime() throws IOException {
        List<Path> files = scene.outbox().write(receipt);

        try (ZipFile archive = new ZipFile(files.get(1).toFile())) {
            assertThat(archive.stream().map(ZipEntry::getTimeLocal))
                    .isNotEmpty()
                    .allMatch(LocalDateTime.of(1980, 1, 1, 0, 0)::equals);
        }
    }

    @Test
    void holdsTheFileWhoseTrailerDisagrees() throws IOException {
        Path other = home.resolve("other.hl7");
        Files.writeString(other, Files.readString(SAMPLE).replace("BTS|10", "BTS|11"));

        Receipt held = scene.run("trial/hl7-adt", other);

        assertThat(held.status()).isEqualTo(SubmissionStatus.HELD);
        assertThat(held.problems())
                .filteredOn(problem -> problem.code().equals("BATCH_DISAGREES"))
                .singleElement()
                .extracting(ProblemReport::message)
                .isEqualTo(
                        "The batch that begins on line 2 holds 10 messages; its trailer on line 44 says 11 (BTS-1).");
    }
}
