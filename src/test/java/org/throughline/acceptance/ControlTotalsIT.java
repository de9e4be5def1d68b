package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.ControlTotal;
import org.throughline.intake.Delivery;
import org.throughline.intake.FeedId;
import org.throughline.intake.ProblemReport;
import org.throughline.intake.Progress;
import org.throughline.intake.Receipt;
import org.throughline.intake.ReceiptDocument;
import org.throughline.intake.SubmissionStatus;
import org.throughline.problem.NotFoundException;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/** What a sender states beside a file is counted again, shown on the receipt, and holds the file where it disagrees. */
final class ControlTotalsIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final String HEADER = "Payment,Number,Day,Amount\n";

    private static int senders;

    @TempDir
    Path home;

    private IntakeScene scene;
    private String sender;

    @BeforeEach
    void open() {
        scene = new IntakeScene(POSTGRES, home, Path.of("src", "test", "resources", "acceptance", "mappings"));
        sender = "totals-" + ++senders;
        scene.rows(
                "insert into intake.sender (sender, title, kind) values (?, 'Synthetic', 'trial') returning 1", sender);
        scene.rows(
                "insert into intake.feed (sender, name, mapping) values (?, 'payments', 'probe/payments') returning 1",
                sender);
    }

    @Test
    void showsWhatIsStatedBesideWhatTheFileHolds() throws IOException {
        Receipt receipt = send(payments(12), "rows=12\nclients=4\npaid=126.00\n");

        assertThat(receipt.status()).isEqualTo(SubmissionStatus.LOADED);
        assertThat(receipt.totals())
                .containsExactly(
                        total("rows", "12", "12", true),
                        total("clients", "4", "4", true),
                        total("paid", "126", "126", true));
        assertThat(ReceiptDocument.of(receipt))
                .contains("\"totals\":[{\"name\":\"rows\",\"stated\":\"12\",\"found\":\"12\",\"agrees\":true}");
    }

    @Test
    void holdsTheFileWithBothNumbersUntilSomebodyReleasesIt() throws IOException {
        Receipt held = send(payments(12), "rows=13\nclients=5\npaid=127.5\n");

        assertThat(held.status()).isEqualTo(SubmissionStatus.HELD);
        assertThat(facts(held))
                .containsExactly(
                        "The done-file states 13 rows; the file holds 12. The done-file states 5 as `clients`; the"
                                + " file holds 4. The done-file states 127.5 as `paid`; the file holds 126.");

        Receipt released = scene.desk().release(held.submission(), "counted by hand");

        assertThat(released.status()).isEqualTo(SubmissionStatus.LOADED);
        assertThat(released.records().accepted()).isEqualTo(12);
        assertThat(released.totals()).contains(total("clients", "5", "4", false));
        assertThat(scene.value(
                        "select detail ->> 'reason' from audit.entry where action = 'held.release' and object = ?",
                        "submission " + held.submission()))
                .isEqualTo("counted by hand");
    }

    @Test
    void showsNoSumOverFewRecords() throws IOException {
        Receipt held = send(payments(2), "rows=2\nclients=2\npaid=4\n");

        assertThat(facts(held))
                .containsExactly("The done-file and the file disagree about `paid`, a sum over few records.");
        assertThat(held.totals())
                .contains(new ControlTotal("paid", Optional.empty(), Optional.empty(), Optional.of(false)));
        assertThat(ReceiptDocument.of(held)).doesNotContain("\"stated\":\"4\"");
    }

    @Test
    void findsTheFileInManifest() throws IOException {
        String csv = "file,rows,clients,paid\nother.csv,1,1,1\npayments.csv,12,4,126.00\n";
        String json = """
                {"files": [{"file": "other.csv", "rows": 1},
                           {"file": "payments.csv", "rows": 12, "totals": {"clients": 4, "paid": 126.00}}]}
                """;

        assertThat(send(payments(12), csv).status()).isEqualTo(SubmissionStatus.LOADED);
        assertThat(send(payments(12) + "P-99,C-0,2026-09-01,0\n", json.replace("\"rows\": 12", "\"rows\": 13"))
                        .status())
                .isEqualTo(SubmissionStatus.LOADED);
    }

    @Test
    void holdsTheFileThatItsManifestDoesNotName() throws IOException {
        Receipt held = send(payments(1), "file,rows\nother.csv,1\n");

        assertThat(held.status()).isEqualTo(SubmissionStatus.HELD);
        assertThat(facts(held))
                .containsExactly("The manifest that came with the file cannot be read, or does not name the file.");
    }

    @Test
    void asksForEveryTotalAgreed() throws IOException {
        Receipt held = send(payments(12), "rows=12\nclients=4\n");

        assertThat(facts(held)).containsExactly("The done-file states no `paid`, which is agreed for this feed.");
    }

    @Test
    void neverReleasesOtherBytesThanWereStated() throws IOException {
        Receipt held = send(payments(12), "sha256=00\nrows=12\nclients=4\npaid=126\n");

        assertThat(scene.desk().release(held.submission(), "looks right").status())
                .isEqualTo(SubmissionStatus.HELD);
    }

    @Test
    void loadsTheFileWhoseTrailerSomebodyFoundWrong() throws IOException {
        String sample = Files.readString(Path.of("mappings/standards/samples/tanf-section-1.sample.txt"));
        Path file = Files.writeString(home.resolve("tanf.txt"), sample.replace("TRAILER0000008", "TRAILER0000009"));

        Receipt held = scene.run("tanf-section-1", file);
        Receipt released = scene.desk().release(held.submission(), "eight it is");

        assertThat(held.status()).isEqualTo(SubmissionStatus.HELD);
        assertThat(released.status()).isEqualTo(SubmissionStatus.LOADED);
        assertThat(released.records().read()).isEqualTo(held.records().read());
        assertThatThrownBy(() -> scene.desk().release(999_999, "no such")).isInstanceOf(NotFoundException.class);
    }

    private static ControlTotal total(String name, String stated, String found, boolean agrees) {
        return new ControlTotal(name, Optional.of(stated), Optional.of(found), Optional.of(agrees));
    }

    private static List<String> facts(Receipt receipt) {
        return receipt.problems().stream()
                .filter(problem -> problem.code().equals("STATED_TOTAL"))
                .map(ProblemReport::message)
                .toList();
    }

    /** Payments of 5, 6, 7 and so on, for four clients in turn: twelve of them are 126. */
    private static String payments(int rows) {
        return HEADER
                + IntStream.range(0, rows)
                        .mapToObj(row -> "P-" + row + ",C-" + row % 4 + ",2026-09-01," + (row + 5) + ".00\n")
                        .collect(Collectors.joining());
    }

    private Receipt send(String text, String doneFile) throws IOException {
        Path file = Files.writeString(home.resolve("payments.csv"), text);
        return scene.intake()
                .submit(
                        new Delivery(new FeedId(sender, "payments"), file, "payments.csv", Optional.of(doneFile)),
                        Progress.SILENT);
    }
}
