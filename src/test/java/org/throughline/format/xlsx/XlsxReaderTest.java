package org.throughline.format.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.format.xlsx.TestWorkbook.row;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class XlsxReaderTest {
    private static String cell(TestWorkbook workbook) throws IOException {
        Outcome outcome = Outcome.of(workbook);
        return outcome.problems().isEmpty()
                ? outcome.records().get(0).get(0)
                : outcome.problems().get(0);
    }

    private static TestWorkbook with(String cell) {
        return TestWorkbook.of(row(1, "a") + "<row r=\"2\">" + cell + "</row>");
    }

    private static String number(String stored, String format) throws IOException {
        return cell(with("<c r=\"A2\" s=\"1\"><v>" + stored + "</v></c>").styles(format));
    }

    @ParameterizedTest
    @CsvSource({
        "202401, 202401",
        "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004",
        "1.0, 1",
        "12.50, 12.5",
        "1E-3, 0.001",
        "1.2345E10, 12345000000",
        "-0, 0",
        "-7, -7",
        "9007199254740993, 9007199254740993"
    })
    void keepsNumbersAsTheyAreStored(String stored, String text) throws IOException {
        assertThat(number(stored, "General")).isEqualTo(text);
        assertThat(number(stored, "#,##0.00 \"days\";[Red]-0.00")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.125, 0.0%, 0.125", "0.5, 0%, 0.5", "1, 0%, 1"})
    void givesPercentagesAsTheNumberThatStandsThere(String stored, String format, String text) throws IOException {
        assertThat(number(stored, format)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1900-01-01",
        "59, 1900-02-28",
        "61, 1900-03-01",
        "36526, 2000-01-01",
        "46311, 2026-10-16",
        "46311.5, 2026-10-16T12:00:00",
        "2958465, 9999-12-31"
    })
    void readsDaysOf1900(String stored, String text) throws IOException {
        assertThat(number(stored, "m/d/yyyy")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 1904-01-01", "59, 1904-02-29", "60, 1904-03-01", "35064, 2000-01-01"})
    void readsDaysOf1904(String stored, String text) throws IOException {
        TestWorkbook workbook = with("<c r=\"A2\" s=\"1\"><v>" + stored + "</v></c>")
                .styles("dd.mm.yyyy")
                .from1904();
        assertThat(cell(workbook)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"60", "0", "-1", "2958466"})
    void refusesDaysThatNeverWere(String stored) throws IOException {
        assertThat(number(stored, "yyyy-mm-dd"))
                .isEqualTo("CELL_UNREADABLE reject row 2 column a: "
                        + "The cell Data!A2 is shown as a date or time, but its number is none.");
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, h:mm AM/PM, 12:00:00",
        "0, hh:mm, 00:00:00",
        "0.999988425925926, hh:mm:ss, 23:59:59",
        "0.0000115740740740741, mm:ss.000, 00:00:01",
        "0.00000578703703703704, hh:mm:ss.000, 00:00:00.500",
        "1.5, [h]:mm:ss, 36:00:00",
        "46311.25, d/m/yy h:mm, 2026-10-16T06:00:00",
        "46311, d/m/yy h:mm, 2026-10-16T00:00:00",
        "46311.25, h:mm, 2026-10-16T06:00:00"
    })
    void readsTimes(String stored, String format, String text) throws IOException {
        assertThat(number(stored, format)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"14, 2000-01-01", "22, 2000-01-01T00:00:00", "9, 36526", "49, 36526", "57, 2000-01-01"})
    void knowsFormatsByTheirNumber(String format, String text) throws IOException {
        TestWorkbook workbook = with("<c r=\"A2\" s=\"0\"><v>36526</v></c>")
                .stylesPart("<cellStyleXfs><xf numFmtId=\"1\"/></cellStyleXfs><cellXfs><xf numFmtId=\"" + format
                        + "\"/></cellXfs><dxfs><dxf><numFmt numFmtId=\"9\" formatCode=\"d\"/></dxf></dxfs>");
        assertThat(cell(workbook)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-16, 2026-10-16",
        "2026-10-16T00:00:00, 2026-10-16",
        "2026-10-16T08:30:00Z, 2026-10-16T08:30:00",
        "08:30:00, 08:30:00"
    })
    void readsDatesThatAreStoredAsText(String stored, String text) throws IOException {
        TestWorkbook workbook = TestWorkbook.strict(
                        row(1, "a") + "<row r=\"2\"><c r=\"A2\" s=\"1\" t=\"d\"><v>" + stored + "</v></c></row>")
                .styles("yyyy\\-mm\\-dd");
        assertThat(cell(workbook)).isEqualTo(text);
    }

    @Test
    void leavesTextAsItIs() throws IOException {
        TestWorkbook workbook = with("<c r=\"A2\" s=\"1\" t=\"s\"><v>1</v></c>")
                .strings("<si><t>x</t></si><si><r><t xml:space=\"preserve\"> 00</t></r><r><t>7/8/2026</t></r>"
                        + "<rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></si>")
                .styles("m/d/yyyy");
        assertThat(cell(workbook)).isEqualTo(" 007/8/2026");
        assertThat(cell(with("<c t=\"inlineStr\"><is><t>a_x000D__x005F_x</t></is></c>")))
                .isEqualTo("a\r_x");
        assertThat(cell(with("<c t=\"b\"><v>1</v></c>"))).isEqualTo("TRUE");
        assertThat(cell(with("<c t=\"b\"><v>0</v></c>"))).isEqualTo("FALSE");
    }

    @Test
    void takesTheStoredResultOfAFormula() throws IOException {
        assertThat(cell(with("<c r=\"A2\"><f>1+1</f><v>2</v></c>"))).isEqualTo("2");
        assertThat(cell(with("<c r=\"A2\" t=\"str\"><f>HYPERLINK(\"http://x.invalid\")</f><v>x</v></c>")))
                .isEqualTo("x");
        Outcome outcome = Outcome.of(TestWorkbook.of(row(1, "a", "b")
                + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"B2\"><v>1</v></c></row>"));
        assertThat(outcome.records()).containsExactly(List.of("", "1"));
    }

    @Test
    void tellsWhereAFormulaHasNoResult() throws IOException {
        assertThat(cell(with("<c r=\"A2\"><f>cmd|'/c calc'!A0</f></c>")))
                .isEqualTo("FORMULA_WITHOUT_VALUE reject row 2 column a: "
                        + "The cell Data!A2 holds a formula whose result is not stored in the file.");
        assertThat(cell(with("<c r=\"A2\"><f>1+1</f><v></v></c>"))).startsWith("FORMULA_WITHOUT_VALUE");
    }

    @Test
    void tellsWhereACellHoldsAnError() throws IOException {
        assertThat(cell(with("<c r=\"A2\" t=\"e\"><v>#N/A</v></c>")))
                .isEqualTo("CELL_ERROR reject row 2 column a: The cell Data!A2 holds the error #N/A.");
        assertThat(cell(with("<c r=\"A2\" t=\"e\"><v>Ann</v></c>")))
                .isEqualTo("CELL_ERROR reject row 2 column a: The cell Data!A2 holds an error.");
    }

    @Test
    void tellsWhatCannotBeReadAndReadsOn() throws IOException {
        Outcome outcome = Outcome.of(TestWorkbook.of(row(1, "a", "b")
                + "<row r=\"2\"><c r=\"A2\"><v>Ann</v></c></row>"
                + "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>9</v></c></row>"
                + "<row r=\"4\"><c r=\"A4\" t=\"x\"><v>9</v></c></row>"
                + "<row r=\"5\"><c r=\"A5\" t=\"b\"><v>9</v></c></row>"
                + "<row r=\"6\"><c r=\"A6\" t=\"d\"><v>9</v></c></row>"
                + "<row r=\"7\"><c r=\"A7\"><v>1E999</v></c></row>"
                + "<row r=\"8\"><c r=\"A8\"><v>1</v></c><c r=\"A8\"><v>2</v></c></row>"
                + row(9, "_x0000_")
                + row(11, "1", "2")));
        assertThat(outcome.problems())
                .containsExactly(
                        "CELL_UNREADABLE reject row 2 column a: The cell Data!A2 holds no number, but is marked as"
                                + " one.",
                        "CELL_UNREADABLE reject row 3 column b: "
                                + "The cell Data!B3 names a shared text that the workbook does not have.",
                        "CELL_UNREADABLE reject row 4 column a: The cell Data!A4 is of a kind that is not known.",
                        "CELL_UNREADABLE reject row 5 column a: The cell Data!A5 is neither true nor false.",
                        "CELL_UNREADABLE reject row 6 column a: The cell Data!A6 holds no date, but is marked as one.",
                        "CELL_UNREADABLE reject row 7 column a: The cell Data!A7 holds no number, but is marked as"
                                + " one.",
                        "CELL_UNREADABLE reject row 8 column a: "
                                + "The cell Data!A8 stands twice in its row, or makes the row too long.",
                        "CONTROL_CHARACTER reject row 9 column a: "
                                + "The control character U+0000 stands in the cell Data!A9.");
        assertThat(outcome.records()).containsExactly(List.of("1", "2"));
        assertThat(outcome.places()).containsExactly("9: row 11");
    }

    @Test
    void passesBlankRowsAndCountsRowsAsTheSpreadsheetDoes() throws IOException {
        Outcome outcome = Outcome.of(TestWorkbook.of("<row r=\"2\"/>" + row(3, "", "a", "b") + row(5, "", "1", "2")
                + row(6, "", " ") + "<row><c/><c t=\"inlineStr\"><is><t>3</t></is></c></row>"));
        assertThat(outcome.header()).containsExactly("a", "b");
        assertThat(outcome.records()).containsExactly(List.of("1", "2"), List.of("3", ""));
        assertThat(outcome.places()).containsExactly("1: row 5", "2: row 7");
    }

    @Test
    void refusesCellsUnderNoHeader() throws IOException {
        Outcome outcome = Outcome.of(TestWorkbook.of(
                row(1, "", "a", "b") + row(2, "", "1", "2", "", "3") + row(3, "4", "1", "2") + row(4, "", "1")));
        assertThat(outcome.problems())
                .containsExactly(
                        "FIELD_COUNT reject row 2 column column E: "
                                + "The cell Data!E2 holds something, but its column has no header.",
                        "FIELD_COUNT reject row 3 column column A: "
                                + "The cell Data!A3 holds something, but its column has no header.");
        assertThat(outcome.records()).containsExactly(List.of("1", ""));
    }

    @Test
    void refusesAHeaderWithoutNamesOrWithOneTwice() throws IOException {
        assertThat(Outcome.of(TestWorkbook.of(row(1, "", "a", "", "c"))).problems())
                .containsExactly("HEADER_BLANK hold_file row 1 column column C: The column has no name.");
        assertThat(Outcome.of(TestWorkbook.of(row(1, "a", "b", "a"))).problems())
                .containsExactly(
                        "HEADER_DUPLICATE hold_file row 1 column column C: The column has the same name as column A.");
        assertThat(Outcome.of(TestWorkbook.of("")).problems())
                .containsExactly("HEADER_MISSING hold_file: The sheet Data has no header: all its cells are blank.");
        assertThat(Outcome.of(TestWorkbook.of("<row r=\"1\"><c r=\"A1\"><f>1</f></c></row>"))
                        .problems())
                .containsExactly("FORMULA_WITHOUT_VALUE hold_file row 1: The cell Data!A1 holds a formula whose result"
                        + " is not stored in the file. It is part of the header.");
    }

    @Test
    void takesTheHeaderThatTheMappingDeclares() throws IOException {
        Optional<List<String>> header = Optional.of(List.of("x", "y"));
        XlsxLayout layout = new XlsxLayout(SheetChoice.only(), header, Optional.empty(), List.of());
        assertThat(Outcome.of(TestWorkbook.of(row(1, "1", "2")), layout).records())
                .containsExactly(List.of("1", "2"));
    }

    @Test
    void choosesTheSheetAgreed() throws IOException {
        TestWorkbook workbook = TestWorkbook.empty()
                .sheet("Notes", "hidden", row(1, "n"))
                .sheet("Cover", "", row(1, "c") + row(2, "1"))
                .sheet("Data", "", row(1, "d") + row(2, "2"))
                .sheet("Blank", "", "");
        assertThat(header(workbook, SheetChoice.titled("data"))).containsExactly("d");
        assertThat(header(workbook, SheetChoice.at(1))).containsExactly("c");
        assertThat(header(workbook, SheetChoice.titledOrFirst("Report"))).containsExactly("c");
        assertThat(problem(workbook, SheetChoice.only()))
                .isEqualTo("SHEET_UNDECIDED hold_file: 2 sheets hold something: Cover, Data.");
        assertThat(problem(workbook, SheetChoice.titled("Notes")))
                .isEqualTo("SHEET_HIDDEN hold_file: The sheet Notes is hidden.");
        assertThat(problem(workbook, SheetChoice.titled("Report")))
                .isEqualTo("SHEET_MISSING hold_file: The workbook has no sheet Report.");
        assertThat(problem(workbook, SheetChoice.at(9)))
                .isEqualTo("SHEET_MISSING hold_file: Sheet 9 is expected; the workbook has 3 that are not hidden.");
        assertThat(problem(TestWorkbook.empty().sheet("A", "veryHidden", row(1, "a")), SheetChoice.only()))
                .isEqualTo("SHEET_MISSING hold_file: The workbook has no sheet of cells that is not hidden.");
    }

    private static List<String> header(TestWorkbook workbook, SheetChoice choice) throws IOException {
        return Outcome.of(workbook, new XlsxLayout(choice, Optional.empty(), Optional.empty(), List.of()))
                .header();
    }

    private static String problem(TestWorkbook workbook, SheetChoice choice) throws IOException {
        return Outcome.of(workbook, new XlsxLayout(choice, Optional.empty(), Optional.empty(), List.of()))
                .problems()
                .get(0);
    }
}
