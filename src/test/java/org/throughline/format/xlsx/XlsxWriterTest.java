package org.throughline.format.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.throughline.format.ByteSource;

/** What is written is read by a reader of others, and by our own. */
final class XlsxWriterTest {
    private static final List<List<String>> ROWS = List.of(
            List.of("id", "note"),
            List.of("007", "=HYPERLINK(\"http://x.invalid\")"),
            List.of(" a ", "<&>\"' \u00e9\ud83d\ude00"),
            List.of("x\r\ny\tz", "_x0041_ \u0001"),
            List.of("", "+1"));

    private static byte[] written(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XlsxWriter writer = XlsxWriter.open(bytes, "Out: comes [1]")) {
            for (List<String> row : rows) {
                writer.write(row);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void writesWhatOurReaderReads() throws IOException {
        Outcome outcome = Outcome.of(ByteSource.of(written(ROWS.subList(0, 3))), XlsxLayout.plain());
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.header()).isEqualTo(ROWS.get(0));
        assertThat(outcome.records()).isEqualTo(ROWS.subList(1, 3));
    }

    @Test
    void writesTextOnlySoThatNothingIsEvaluated() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(written(ROWS)))) {
            assertThat(workbook.getFirstSheet().getName()).isEqualTo("Out  comes  1");
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(5);
            assertThat(rows.get(1).getCell(1).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCell(1).getFormula()).isNull();
            assertThat(rows.get(1).getCellText(0)).isEqualTo("007");
            assertThat(rows.get(1).getCellText(1)).isEqualTo(ROWS.get(1).get(1));
            assertThat(rows.get(2).getCellText(1)).isEqualTo(ROWS.get(2).get(1));
        }
    }

    @Test
    void keepsCharactersThatXmlCannotHold() throws IOException {
        Outcome outcome =
                Outcome.of(ByteSource.of(written(List.of(List.of("a"), List.of(" _x0041_ \r\n")))), XlsxLayout.plain());
        assertThat(outcome.records()).containsExactly(List.of(" _x0041_ \r\n"));
    }

    @Test
    void writesTheSameBytesForTheSameRows() throws IOException {
        assertThat(written(ROWS)).isEqualTo(written(ROWS));
    }

    @Test
    void refusesWhatDoesNotFitASheet() {
        assertThatThrownBy(() -> written(List.of(List.of("x".repeat(32_768)))))
                .hasMessage("A cell of an Excel sheet holds 32,767 characters; one of row 1 has 32,768.");
        assertThatThrownBy(() -> written(List.of(Collections.nCopies(16_385, ""))))
                .hasMessage("An Excel sheet holds 1,048,576 rows of 16,384 columns; row 1 with 16,385 columns does not"
                        + " fit.");
    }
}
