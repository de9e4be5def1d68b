package org.throughline.format.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.format.xlsx.TestWorkbook.row;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.throughline.format.Annotation;
import org.throughline.format.ByteSource;

final class AnnotatedXlsxTest {
    private static byte[] annotated(TestWorkbook workbook, XlsxLayout layout) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        AnnotatedXlsx.write(
                workbook.source(),
                layout,
                record -> record == 2
                        ? Optional.empty()
                        : Optional.of(new Annotation("held " + record, "=1+1 <&>", "Mend\u0001 it.")),
                copy);
        return copy.toByteArray();
    }

    private static Map<String, byte[]> parts(byte[] bytes) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    @Test
    void addsThreeColumnsToTheRightOfEverything() throws IOException {
        TestWorkbook workbook = TestWorkbook.of(
                "<row r=\"2\" spans=\"1:2\">" + row(2, "", "a", "b").substring(11)
                        + row(3, "", "1", "2") + "<row r=\"4\"/>" + row(5, "", "3", "4", "", "5")
                        + "<row r=\"6\" ht=\"13\"><c r=\"B6\"><f>1+1</f><v>2</v></c></row>");
        byte[] copy = annotated(workbook, XlsxLayout.plain());
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(copy))) {
            List<Row> rows = read.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(5)).isEqualTo("hub_status");
            assertThat(rows.get(0).getCellText(6)).isEqualTo("hub_problem");
            assertThat(rows.get(0).getCellText(7)).isEqualTo("hub_guidance");
            assertThat(rows.get(1).getCellText(5)).isEqualTo("held 1");
            assertThat(rows.get(1).getCellText(6)).isEqualTo("=1+1 <&>");
            assertThat(rows.get(3).getCellCount()).isEqualTo(5);
            assertThat(rows.get(4).getCellText(5)).isEqualTo("held 3");
            assertThat(rows.get(4).getCell(1).getFormula()).isEqualTo("1+1");
        }
        assertThat(new String(parts(copy).get("xl/worksheets/sheet1.xml"), UTF_8))
                .contains("<row r=\"2\">", "ht=\"13\"", "Mend_x0001_ it.", "<f>1+1</f><v>2</v>")
                .doesNotContain("spans");
    }

    @Test
    void leavesEveryOtherPartAsItIs() throws IOException {
        TestWorkbook workbook = TestWorkbook.of(row(1, "a") + row(2, "1"))
                .sheet("Hidden", "hidden", row(1, "x"))
                .strings("<si><t>x</t></si>")
                .styles("yyyy")
                .part("xl/media/image1.png", new byte[] {1, 2, 3});
        Map<String, byte[]> before = parts(workbook.bytes());
        Map<String, byte[]> after = parts(annotated(workbook, XlsxLayout.plain()));
        assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
        before.remove("xl/worksheets/sheet1.xml");
        before.forEach((name, bytes) -> assertThat(after.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void annotatesATableInTheMiddleOfItsSheet() throws IOException {
        TableBlock table = new TableBlock("a", Optional.of("End"), List.of(), Optional.empty());
        XlsxLayout layout = new XlsxLayout(SheetChoice.only(), Optional.empty(), Optional.of(table), List.of());
        byte[] copy = annotated(
                TestWorkbook.strict(row(1, "Title") + row(3, "a", "b") + row(4, "1") + row(5, "End")), layout);
        Outcome outcome = Outcome.of(ByteSource.of(copy), layout);
        assertThat(outcome.header()).containsExactly("a", "b", "hub_status", "hub_problem", "hub_guidance");
        assertThat(outcome.problems())
                .containsExactly("CONTROL_CHARACTER reject row 4 column hub_guidance: "
                        + "The control character U+0001 stands in the cell Data!E4.");
    }

    @Test
    void givesAWorkbookThatCannotBeReadBackUnchanged() throws IOException {
        TestWorkbook broken = TestWorkbook.of(row(1, "a") + "<row r=\"2\"><c></row>");
        assertThat(annotated(broken, XlsxLayout.plain())).isEqualTo(broken.bytes());
        TestWorkbook wide =
                TestWorkbook.of(row(1, "a") + "<row r=\"2\"><c r=\"XFD2\"/><c r=\"XFC2\"><v>1</v></c></row>");
        assertThat(annotated(wide, XlsxLayout.plain())).isEqualTo(wide.bytes());
    }
}
