package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.intake.Counts;
import org.throughline.intake.MemberReport;
import org.throughline.intake.ProblemReport;
import org.throughline.intake.Receipt;
import org.throughline.problem.Place;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.PublicData;
import org.throughline.testing.TestDatabase;

/** Public files of the federal TANF feed: lines are counted by type, and a trailer that disagrees holds the file. */
final class TanfFilesIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    @TempDir
    static Path home;

    private static IntakeScene scene;
    private static final Map<String, Receipt> SENT = new HashMap<>();

    @BeforeAll
    static void open() {
        PublicData.at("benefits_tanf");
        scene = new IntakeScene(POSTGRES, home);
    }

    /** Every file goes once to every feed. */
    private static Receipt send(String feed, String file) {
        return SENT.computeIfAbsent(feed + " " + file, sent -> scene.run(feed, PublicData.at("benefits_tanf/" + file)));
    }

    private static String members(Receipt receipt) {
        return receipt.members().stream()
                .map(member -> member.file() + " " + member.records().orElseThrow())
                .collect(Collectors.joining(", "));
    }

    private static List<String> told(Receipt receipt, String code) {
        return receipt.problems().stream()
                .filter(problem -> problem.code().equals(code))
                .map(ProblemReport::message)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tanf-section-1 | small_correct_file.txt | LOADED | HEADER 1, T1 1",
                "tanf-section-1 | small_incorrect_file_cross_validator.txt | LOADED | HEADER 1, T1 1",
                "tanf-section-1 | small_tanf_section1.txt | HELD | HEADER 1, T1 5, T2 5, T3 5",
                "tanf-section-1 | small_bad_tanf_s1.txt | HELD | HEADER 1, T1 1, T2 1, T3 1, (no type) 1",
                "tanf-section-2 | small_tanf_section2.txt | HELD | HEADER 1, T4 1, T5 1",
                "tanf-section-1 | small_ssp_section1.txt | HELD | HEADER 1, M1 5, M2 6, M3 7",
                "tanf-section-1 | small_bad_ssp_s1.txt | HELD | HEADER 1, M1 1, M2 1, M3 1, (no type) 1",
                "tanf-section-2 | small_tanf_section1.txt | HELD | HEADER 1, T1 5, T2 5, T3 5",
            })
    void countsTheLinesOfEveryType(String feed, String file, String status, String members) {
        Receipt receipt = send(feed, file);

        assertThat(receipt.status()).hasToString(status);
        assertThat(members(receipt)).isEqualTo(members);
        assertThat(receipt.members().stream()
                        .filter(MemberReport::taken)
                        .mapToLong(member -> member.counts().read())
                        .sum())
                .isEqualTo(receipt.records().read());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tanf-section-1 | small_tanf_section1.txt | The trailer says 2,643 records, the file holds 15.",
                "tanf-section-1 | small_bad_tanf_s1.txt | The trailer says 2,643 records, the file holds 4.",
                "tanf-section-2 | small_tanf_section2.txt | The trailer says 828 records, the file holds 2.",
                "tanf-section-1 | small_ssp_section1.txt | The trailer says 33,991 records, the file holds 18.",
                "tanf-section-1 | small_bad_ssp_s1.txt | The trailer says 33,991 records, the file holds 4.",
            })
    void givesBothNumbersWhereTheTrailerDisagrees(String feed, String file, String fact) {
        assertThat(told(send(feed, file), "CONTROL_TOTAL")).containsExactly(fact);
    }

    @Test
    void namesTheProgramThatItDoesNotTake() {
        assertThat(told(send("tanf-section-1", "small_ssp_section1.txt"), "CONTROL_FIELD"))
                .containsExactly("The field `program` of the header is none of the values agreed, which are TAN.");
    }

    @Test
    void writesSixChildrenFromFiveLines() throws IOException {
        Path whole = home.resolve("whole.txt");
        String cut = Files.readString(PublicData.at("benefits_tanf/small_tanf_section1.txt"));
        Files.writeString(whole, cut.replace("TRAILER0002643", "TRAILER0000015"));

        Receipt receipt = scene.run("tanf-section-1", whole);

        assertThat(receipt.status()).hasToString("LOADED");
        assertThat(IntakeScene.member(receipt, "T3").counts().accepted()).isEqualTo(5);
        assertThat(told(receipt, "born-after-month")).hasSize(1);
        assertThat(count("client_record where key like '1111%'"))
                .as("5 adults and 6 children")
                .isEqualTo("11");
        assertThat(count("client_record where key like '1111%' and ssn is not null"))
                .as("encrypted numbers are no SSNs")
                .isEqualTo("0");
        assertThat(scene.value("select sum(amount) from canonical.benefit where recorded_to is null"))
                .hasToString("2347.00");
    }

    private static Object count(String what) {
        return scene.value("select count(*) from canonical." + what);
    }

    @Test
    void takesTheExitersThatCanBeRead() {
        Receipt receipt = send("tanf-fra", "fra.csv");

        assertThat(receipt.status()).hasToString("LOADED");
        assertThat(receipt.records().read()).isEqualTo(11);
        assertThat(receipt.records().held()).isEqualTo(4);
    }

    /** The workbook beside the text has other numbers in three of its bad rows, and its note is a row as well. */
    @Test
    void takesTheExitersOfTheWorkbook() {
        Receipt receipt = send("tanf-fra-xlsx", "fra.xlsx");

        assertThat(receipt.status()).hasToString("LOADED");
        assertThat(receipt.records()).isEqualTo(new Counts(6, 1, 5, 0, 0));
        assertThat(rowsOf(receipt, "FIELD_TYPE"))
                .as("the note, and months 21 and 00")
                .containsExactlyInAnyOrder(9L, 11L, 12L);
        assertThat(rowsOf(receipt, "FIELD_CONSTRAINT"))
                .as("a number of six digits, and one with a letter")
                .containsExactlyInAnyOrder(10L, 13L);
    }

    private static List<Long> rowsOf(Receipt receipt, String code) {
        return receipt.problems().stream()
                .filter(problem -> problem.code().equals(code))
                .flatMap(problem -> problem.places().stream())
                .map(Place::row)
                .toList();
    }
}
