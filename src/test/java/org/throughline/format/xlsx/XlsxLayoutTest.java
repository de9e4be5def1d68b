package org.throughline.format.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.format.xlsx.TestWorkbook.row;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tables that are a part of their sheet. All figures are made up. */
final class XlsxLayoutTest {
    private static final String TOP = row(1, "Monthly report")
            + row(2, "Reporting month:", "", "2026-10")
            + row(4, "", "Measure", "North", "", "South", "")
            + row(5, "", "", "Num", "Den", "Num", "Den");
    private static final String BOTTOM =
            row(9, "", "Certification", "I certify") + row(10, "", "Prepared by") + row(11, "", "Quality office");

    private static final List<LabelledCell> CELLS = List.of(
            new LabelledCell("month", "Reporting month", LabelledCell.Look.RIGHT),
            new LabelledCell("by", "Prepared by", LabelledCell.Look.BELOW));

    private static XlsxLayout layout(Optional<Unpivot> unpivot) {
        List<HeaderLayer> layers = List.of(new HeaderLayer("site", true), new HeaderLayer("part", false));
        TableBlock table = new TableBlock("Measure", Optional.of("Certification"), layers, unpivot);
        return new XlsxLayout(SheetChoice.only(), Optional.empty(), Optional.of(table), CELLS);
    }

    private static Optional<Unpivot> unpivot() {
        return Optional.of(new Unpivot(
                List.of(new Unpivot.Label("label", "Measure")),
                "value",
                "mark",
                Map.of("*", "suppressed", "-", "missing")));
    }

    @Test
    void makesARecordOfEachLabelSiteAndPart() throws IOException {
        Outcome outcome = Outcome.of(
                TestWorkbook.of(TOP + row(7, "", "Starts", "3", "*", "-", "12") + BOTTOM), layout(unpivot()));
        assertThat(outcome.header()).containsExactly("label", "site", "part", "value", "mark", "month", "by");
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.records())
                .containsExactly(
                        List.of("Starts", "North", "Num", "3", "", "2026-10", "Quality office"),
                        List.of("Starts", "North", "Den", "", "suppressed", "2026-10", "Quality office"),
                        List.of("Starts", "South", "Num", "", "missing", "2026-10", "Quality office"),
                        List.of("Starts", "South", "Den", "12", "", "2026-10", "Quality office"));
        assertThat(outcome.places()).containsExactly("1: row 7", "2: row 7", "3: row 7", "4: row 7");
    }

    @Test
    void joinsLayeredHeadersWhereRowsStayRows() throws IOException {
        Outcome outcome = Outcome.of(
                TestWorkbook.of(TOP + row(6, "", "Starts", "3", "4", "5", "6") + BOTTOM), layout(Optional.empty()));
        assertThat(outcome.header())
                .containsExactly("Measure", "North / Num", "North / Den", "South / Num", "South / Den", "month", "by");
        assertThat(outcome.records())
                .containsExactly(List.of("Starts", "3", "4", "5", "6", "2026-10", "Quality office"));
    }

    @Test
    void breaksOnlyTheRecordWhoseCellIsBroken() throws IOException {
        Outcome outcome = Outcome.of(
                TestWorkbook.of(TOP
                        + "<row r=\"6\"><c r=\"B6\" t=\"str\"><v>Starts</v></c><c r=\"C6\"><f>1</f></c><c"
                        + " r=\"D6\"><v>1</v></c><c r=\"H6\"><v>1</v></c></row>" + BOTTOM),
                layout(unpivot()));
        assertThat(outcome.problems())
                .containsExactly(
                        "FORMULA_WITHOUT_VALUE reject row 6 column value: "
                                + "The cell Data!C6 holds a formula whose result is not stored in the file.",
                        "FIELD_COUNT reject row 6 column column H: "
                                + "The cell Data!H6 holds something, but its column has no header.");
        assertThat(outcome.records()).hasSize(3);
    }

    @Test
    void refusesASheetWithoutItsLabels() throws IOException {
        String data = row(6, "", "Starts", "3");
        assertThat(problems(row(1, "a")))
                .containsExactly("LABEL_MISSING hold_file: No cell of the sheet Data holds" + " the label Measure.");
        assertThat(problems(TOP + data))
                .containsExactly("LABEL_MISSING hold_file: No cell of the sheet Data holds the label Certification.");
        assertThat(problems(TOP + data + row(9, "Certification")))
                .containsExactly("LABEL_MISSING hold_file: No cell outside the table of the sheet Data holds the label"
                        + " Prepared by.");
        assertThat(problems(TOP + data + BOTTOM + row(20, "Prepared by:")))
                .containsExactly("LABEL_MISSING hold_file row 20: The label Prepared by stands twice outside the table"
                        + " of the sheet Data.");
        assertThat(problems(TOP.replace("Measure", "Measures") + data + BOTTOM)).hasSize(1);
    }

    @Test
    void refusesTwoColumnsOfTheSameHeaders() throws IOException {
        String twice = TOP.replace("South", "North");
        assertThat(problems(twice + BOTTOM))
                .containsExactly("HEADER_DUPLICATE hold_file row 4 column column E: "
                        + "The column has the same headers as column C.");
    }

    @Test
    void refusesAFactThatCannotBeRead() throws IOException {
        String rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Reporting month</v></c><c r=\"B1\"><f>NOW()</f></c></row>"
                + TOP.substring(TOP.indexOf("<row r=\"4\"")) + row(6, "", "Starts", "3") + BOTTOM;
        assertThat(problems(rows))
                .containsExactly("FORMULA_WITHOUT_VALUE hold_file row 1: "
                        + "The cell Data!B1 holds a formula whose result is not stored in the file.");
    }

    private static List<String> problems(String rows) throws IOException {
        return Outcome.of(TestWorkbook.of(rows), layout(unpivot())).problems();
    }
}
