package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.intake.Counts;
import org.throughline.intake.Delivery;
import org.throughline.intake.FeedId;
import org.throughline.intake.ProblemReport;
import org.throughline.intake.Progress;
import org.throughline.intake.Receipt;
import org.throughline.intake.SubmissionStatus;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/** Whatever is sent ends with a named problem or loads harmlessly, and leaves everybody else's data alone. */
final class HostileInputIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final String HEADER = "Number,First,Last,Born,SSN,Sex,Note\n";
    private static final String EXPORT =
            "ExportID,ExportDate,ExportStartDate,ExportEndDate,SoftwareName,CSVVersion,ExportPeriodType,ExportDirective,HashStatus\n"
                    + "X,2026-10-01,2026-01-01,2026-09-30,Synthetic,2026 v1.0,3,2,1\n";

    @TempDir
    static Path home;

    private static IntakeScene scene;
    private static Beliefs good;
    private static int senders;

    private Beliefs hostile;
    private Map<String, List<String>> before;

    @BeforeAll
    static void takeInWhatIsGood() throws IOException {
        scene = new IntakeScene(POSTGRES, home, Path.of("src", "test", "resources", "acceptance", "mappings"));
        good = Beliefs.ofNewSender(scene, "good", "probe/people");
        Receipt receipt = scene.run(good.feed(), file("good.csv", HEADER + "A-1,Hazel,Feldspar,1980-02-29,,F,\n"));
        assertThat(receipt.records()).isEqualTo(new Counts(1, 0, 0, 0, 0));
    }

    @BeforeEach
    void remember() {
        before = good.everyRowAsStored();
    }

    @AfterEach
    void nothingElseIsAffected() throws IOException {
        assertThat(good.everyRowAsStored()).isEqualTo(before);
        String number = "A-" + (100 + senders);
        Receipt after = scene.run(good.feed(), file("after.csv", HEADER + number + ",Sage,Gneiss,1980-02-29,,F,\n"));
        assertThat(after.status()).isEqualTo(SubmissionStatus.LOADED);
        assertThat(after.records()).isEqualTo(new Counts(1, 0, 0, 0, 0));
        assertThat(scene.rows("select submission_id from intake.submission where status = 'received'"))
                .isEmpty();
    }

    @Test
    void refusesZipBomb() throws IOException {
        Path bomb = home.resolve("bomb.zip");
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = zip(bomb)) {
            put(zip, "Export.csv", EXPORT);
            zip.putNextEntry(new ZipEntry("Client.csv"));
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }

        assertRefused(bundle(bomb), "ARCHIVE_REFUSED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../Client.csv", "/etc/Client.csv", "C:\\Client.csv", "a/../../Client.csv", "..\\Client.csv"})
    void refusesNamesThatReachOutside(String name) throws IOException {
        Path slip = home.resolve("slip.zip");
        try (ZipOutputStream zip = zip(slip)) {
            put(zip, "Export.csv", EXPORT);
            put(zip, name, "PersonalID\nP1\n");
        }

        assertRefused(bundle(slip), "NAME_REFUSED");
        assertThat(home.getParent().resolve("Client.csv")).doesNotExist();
    }

    @Test
    void refusesSizesThatLie() throws IOException {
        Path lying = home.resolve("lying.zip");
        try (ZipOutputStream zip = zip(lying)) {
            put(
                    zip,
                    "Export.csv",
                    EXPORT + "X,2026-10-01,2026-01-01,2026-09-30,Synthetic,2026 v1.0,3,2,1\n".repeat(50));
        }
        byte[] bytes = Files.readAllBytes(lying);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(directory(bytes) + 24, 40);
        Files.write(lying, bytes);

        assertRefused(bundle(lying), "ARCHIVE_REFUSED");
    }

    @Test
    void refusesSeventyThousandEntries() throws IOException {
        Path many = home.resolve("many.zip");
        try (ZipOutputStream zip = zip(many)) {
            for (int i = 0; i < 70_000; i++) {
                zip.putNextEntry(new ZipEntry(i + ".csv"));
                zip.closeEntry();
            }
        }

        assertRefused(bundle(many), "ARCHIVE_REFUSED");
    }

    @Test
    void refusesTruncatedAndEmptyArchives() throws IOException {
        Path whole = SentMembers.none().with("Export.csv", EXPORT).zip(home.resolve("whole.zip"));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(home.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, bytes.length - 30));

        assertRefused(bundle(cut), "ARCHIVE_REFUSED");
        assertRefused(bundle(Files.write(home.resolve("empty.zip"), new byte[0])), "ARCHIVE_REFUSED");
        assertRefused(bundle(file("text.zip", "no archive at all")), "ARCHIVE_REFUSED");
    }

    @Test
    void leavesArchivesInArchivesAlone() throws IOException {
        Path inner = SentMembers.none().with("Client.csv", "PersonalID\nP1\n").zip(home.resolve("0.zip"));
        for (int depth = 1; depth <= 20; depth++) {
            inner = SentMembers.none()
                    .with("inner.zip", Files.readAllBytes(inner))
                    .zip(home.resolve(depth + ".zip"));
        }
        Path outer = SentMembers.none()
                .with("Export.csv", EXPORT)
                .with("inner.zip", Files.readAllBytes(inner))
                .zip(home.resolve("outer.zip"));

        Receipt receipt = bundle(outer);

        assertThat(IntakeScene.member(receipt, "inner.zip")).satisfies(inside -> {
            assertThat(inside.taken()).isFalse();
            assertThat(inside.records()).as("nobody can tell").isEmpty();
        });
        assertThat(hostile.current("client_record")).isZero();
        assertThat(codes(receipt)).contains("MEMBER_NEW");
    }

    @Test
    void refusesDirectoryNamedAsMember() throws IOException {
        Path odd = home.resolve("odd.zip");
        try (ZipOutputStream zip = zip(odd)) {
            put(zip, "Export.csv", EXPORT);
            zip.putNextEntry(new ZipEntry("Client.csv/"));
            zip.closeEntry();
            put(zip, "Client.csv/inner.csv", "PersonalID\nP1\n");
        }

        assertThat(bundle(odd).problems()).isNotEmpty();
        assertThat(hostile.current("client_record")).isZero();
    }

    @Test
    void rejectsOneFieldOfHundredMegabytes() throws IOException {
        Path huge = home.resolve("huge.csv");
        byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(huge))) {
            out.write((HEADER + "B-1,").getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 100; i++) {
                out.write(block);
            }
            out.write(",Gneiss,1980-02-29,,F,\nB-2,Sage,Gneiss,1980-02-29,,F,\n".getBytes(StandardCharsets.US_ASCII));
        }

        Receipt receipt = plain(huge);

        assertThat(receipt.records()).isEqualTo(new Counts(1, 0, 0, 1, 0));
        assertThat(codes(receipt)).containsExactly("FIELD_TOO_LONG");
    }

    @Test
    void rejectsNulAndControlCharacters() throws IOException {
        Receipt receipt = plain(file(
                "nul.csv",
                HEADER
                        + "B-1,Ha\0zel,Feldspar,1980-02-29,,F,\n"
                        + "B-2,Sage,Gneiss,1980-02-29,,F,\n"
                        + "B-3,Ru\u0007e,Gneiss,,,F,\n"));

        assertThat(receipt.records()).isEqualTo(new Counts(1, 0, 0, 2, 0));
        assertThat(codes(receipt)).containsExactly("CONTROL_CHARACTER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table intake.submission; --.csv",
                "two\nlines\r\n.csv",
                "\"quoted\".csv",
                "tab\tand\u0001bell.csv",
                "$(touch gone)`id`.csv",
                "<b>name</b>&amp;.csv",
                "name\\with\\backslashes.csv",
                "\u202egnp.csv"
            })
    void takesFileNamesAsText(String name) throws IOException {
        Path file = file("named.csv", HEADER + "B-1,Sage,Gneiss,1980-02-29,,F,\n");
        hostile = Beliefs.ofNewSender(scene, "hostile-" + ++senders, "probe/people");

        Receipt receipt = scene.intake()
                .submit(
                        new Delivery(new FeedId("hostile-" + senders, "hmis"), file, name, Optional.empty()),
                        Progress.SILENT);

        assertThat(receipt.records()).isEqualTo(new Counts(1, 0, 0, 0, 0));
        assertThat(scene.value("select file_name from intake.submission where submission_id = ?", receipt.submission()))
                .isEqualTo(name);
        assertThat(scene.outbox().write(receipt))
                .allSatisfy(
                        written -> assertThat(written.getFileName().toString()).matches("[A-Za-z0-9._-]+"));
    }

    @Test
    void keepsFormulasAndMarkupAsText() throws IOException {
        List<String> cells = List.of(
                "=HYPERLINK(1)",
                "+1",
                "-1",
                "@SUM(A1)",
                "<script>alert(1)</script>",
                "<!ENTITY x SYSTEM 'y'>",
                "\\N",
                "\\.");
        String rows = IntStream.range(0, cells.size())
                .mapToObj(i -> "B-" + i + ",Sage,Gneiss,1980-02-29,,F," + cells.get(i) + "\n")
                .collect(Collectors.joining());

        Receipt receipt = plain(file("formulas.csv", HEADER + rows));

        assertThat(receipt.records().accepted()).isEqualTo(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            assertThat(hostile.value("client_record", "B-" + i, "middle_name")).isEqualTo(cells.get(i));
        }
    }

    @Test
    void holdsHeadersThatNobodyCanReadBy() throws IOException {
        String row = "B-1,Hazel,Sage,Feldspar,1980-02-29,,F,\n";
        assertHeld(file("twice.csv", "Number,First,First,Last,Born,SSN,Sex,Note\n" + row), "HEADER_DUPLICATE");
        assertHeld(file("blank.csv", "Number,First,,Last,Born,SSN,Sex,Note\n" + row), "HEADER_BLANK");
        assertHeld(file("nothing.csv", ""), "HEADER_MISSING");
        assertHeld(file("open.csv", HEADER + "B-1,\"Hazel,Feldspar\n"), "QUOTE_NOT_CLOSED");
    }

    @Test
    void holdsTenThousandColumns() throws IOException {
        String columns = IntStream.range(0, 10_000).mapToObj(i -> ",C" + i).collect(Collectors.joining());
        String cells = ",".repeat(10_000);

        Receipt receipt = plain(file("wide.csv", HEADER.strip() + columns + "\nB-1,Sage,Gneiss,,,F," + cells + "\n"));

        assertThat(receipt.status()).isEqualTo(SubmissionStatus.HELD);
        assertThat(codes(receipt)).contains("COLUMN_NEW");
        assertThat(receipt.problems())
                .allSatisfy(problem -> assertThat(problem.places()).hasSizeLessThanOrEqualTo(100));
    }

    private void assertRefused(Receipt receipt, String code) {
        assertThat(receipt.status()).isEqualTo(SubmissionStatus.HELD);
        assertThat(codes(receipt)).contains(code);
        assertThat(receipt.problems())
                .allSatisfy(problem -> assertThat(problem.guidance()).isNotBlank());
        assertThat(hostile.current("client_record")).isZero();
        assertThat(hostile.current("reporting_period")).isZero();
    }

    private void assertHeld(Path file, String code) {
        Receipt receipt = plain(file);
        assertThat(receipt.status()).as(code).isEqualTo(SubmissionStatus.HELD);
        assertThat(codes(receipt)).contains(code);
        assertThat(hostile.current("client_record")).isZero();
    }

    private Receipt bundle(Path zip) {
        hostile = Beliefs.ofNewSender(scene, "hostile-" + ++senders, "hud-hmis-2026");
        return scene.run(hostile.feed(), zip);
    }

    private Receipt plain(Path file) {
        hostile = Beliefs.ofNewSender(scene, "hostile-" + ++senders, "probe/people");
        return scene.run(hostile.feed(), file);
    }

    private static List<String> codes(Receipt receipt) {
        return receipt.problems().stream().map(ProblemReport::code).distinct().toList();
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text);
    }

    private static ZipOutputStream zip(Path file) throws IOException {
        return new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Where the directory of a small archive with one entry begins. */
    private static int directory(byte[] zip) {
        return Stream.iterate(0, at -> at + 1)
                .filter(at ->
                        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(at) == 0x02014b50)
                .findFirst()
                .orElseThrow();
    }
}
