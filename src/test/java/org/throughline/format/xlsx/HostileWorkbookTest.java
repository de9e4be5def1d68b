package org.throughline.format.xlsx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.format.xlsx.TestWorkbook.row;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.throughline.format.ByteSource;

final class HostileWorkbookTest {
    private static final String GOOD = row(1, "a") + row(2, "1");
    private static final int DIRECTORY_NAME = 46;
    private static final int DIRECTORY_CHECKSUM = 16;
    private static final byte[] CONTAINER = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private static String problem(ByteSource source) throws IOException {
        List<String> problems = Outcome.of(source, XlsxLayout.plain()).problems();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static String problem(TestWorkbook workbook) throws IOException {
        return problem(workbook.source());
    }

    private static byte[] container(String stream) {
        byte[] bytes = Arrays.copyOf(CONTAINER, 200_000);
        byte[] name = stream.getBytes(UTF_16LE);
        System.arraycopy(name, 0, bytes, (1 << 16) - 5, name.length);
        return bytes;
    }

    @Test
    void namesWorkbooksThatAreProtectedOrOld() throws IOException {
        assertThat(problem(ByteSource.of(container("EncryptedPackage"))))
                .isEqualTo("WORKBOOK_PROTECTED hold_file: The workbook is protected by a password.");
        assertThat(problem(ByteSource.of(container("Workbook"))))
                .isEqualTo("WORKBOOK_OLD hold_file: The file is a workbook of Excel 97 to 2003 (.xls); expected is an"
                        + " Excel workbook (.xlsx).");
    }

    @Test
    void refusesWhatIsNoWorkbook() throws IOException {
        assertThat(problem(ByteSource.of("a,b\n1,2\n".getBytes(UTF_8))))
                .isEqualTo("WORKBOOK_REFUSED hold_file: The file is no Excel workbook, or it is cut off.");
        assertThat(problem(ByteSource.of(new byte[0]))).isEqualTo("HEADER_MISSING hold_file: The file is empty.");
        byte[] whole = TestWorkbook.of(GOOD).bytes();
        assertThat(problem(ByteSource.of(Arrays.copyOf(whole, whole.length - 30))))
                .startsWith("WORKBOOK_REFUSED");
        assertThat(problem(TestWorkbook.of(GOOD)
                        .without("_rels/.rels")
                        .part("_rels/.rels", "<x/>")
                        .part("xl/workbook.xml", "<x/>")))
                .isEqualTo("SHEET_MISSING hold_file: The workbook has no sheet of cells that is not hidden.");
    }

    @Test
    void refusesMissingParts() throws IOException {
        assertThat(problem(TestWorkbook.of(GOOD).without("xl/worksheets/sheet1.xml")))
                .isEqualTo("WORKBOOK_REFUSED hold_file: The part xl/worksheets/sheet1.xml of the workbook is missing.");
        assertThat(problem(TestWorkbook.of(GOOD).strings("").without("xl/sharedStrings.xml")))
                .isEqualTo("WORKBOOK_REFUSED hold_file: The part xl/sharedStrings.xml of the workbook is missing.");
    }

    @Test
    void refusesDocumentTypesAndEntities() throws IOException {
        String bomb = "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>";
        String outside = "<!DOCTYPE sst [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
        for (String start : List.of(bomb, outside)) {
            String strings = start + "<sst xmlns=\"" + TestWorkbook.MAIN + "\"><si><t>&a;</t></si></sst>";
            assertThat(problem(TestWorkbook.of(GOOD).strings("").part("xl/sharedStrings.xml", strings)))
                    .isEqualTo("WORKBOOK_REFUSED hold_file: The part xl/sharedStrings.xml of the workbook declares a"
                            + " document type or names an entity; a workbook has neither.");
        }
        assertThat(problem(TestWorkbook.of(row(1, "&b;")))).startsWith("WORKBOOK_REFUSED");
    }

    @Test
    void refusesBrokenXmlWithItsPlace() throws IOException {
        Outcome outcome = Outcome.of(TestWorkbook.of(GOOD + "<row r=\"3\"><c></row>"));
        assertThat(outcome.records()).containsExactly(List.of("1"));
        assertThat(outcome.problems())
                .singleElement()
                .asString()
                .startsWith("WORKBOOK_REFUSED hold_file: The part xl/worksheets/sheet1.xml of the workbook is no"
                        + " well-formed XML near line 1, character ");
        String deep = "<x>".repeat(300) + "</x>".repeat(300);
        assertThat(problem(TestWorkbook.of(deep + GOOD))).startsWith("WORKBOOK_REFUSED");
    }

    @Test
    void refusesAPartThatUnfoldsBeyondMeasure() throws IOException {
        String blown = " ".repeat(12_000_000);
        assertThat(problem(TestWorkbook.of(blown + GOOD)))
                .isEqualTo("WORKBOOK_REFUSED hold_file: The part xl/worksheets/sheet1.xml of the workbook unfolds to"
                        + " 100 times its size or more.");
    }

    @Test
    void refusesTooManyPartsAndFormats() throws IOException {
        TestWorkbook crowded = TestWorkbook.of(GOOD);
        for (int part = 0; part < 10_000; part++) {
            crowded.part("x/" + part, "");
        }
        assertThat(problem(crowded)).isEqualTo("WORKBOOK_REFUSED hold_file: The workbook has more than 10,000 parts.");
        StringBuilder formats = new StringBuilder("<cellXfs>");
        for (int format = 0; format <= 100_000; format++) {
            formats.append("<xf numFmtId=\"").append(format % 997 * 13).append("\"/>");
        }
        assertThat(problem(TestWorkbook.of(GOOD).stylesPart(formats + "</cellXfs>")))
                .isEqualTo("WORKBOOK_REFUSED hold_file: The workbook has more than 100,000 cell formats.");
    }

    @Test
    void followsNoTargetOutside() throws IOException {
        String relations = "<Relationships xmlns=\"x\">"
                + TestWorkbook.relation("rId1", "worksheet", "../../../../etc/passwd") + "</Relationships>";
        assertThat(problem(TestWorkbook.of(GOOD).part("xl/_rels/workbook.xml.rels", relations)))
                .isEqualTo("WORKBOOK_REFUSED hold_file: The part etc/passwd of the workbook is missing.");
        String external = relations.replace("/>", " TargetMode=\"External\"/>");
        assertThat(problem(TestWorkbook.of(GOOD).part("xl/_rels/workbook.xml.rels", external)))
                .isEqualTo("SHEET_MISSING hold_file: The workbook has no sheet of cells that is not hidden.");
    }

    @Test
    void refusesAddressesThatNoCellHas() throws IOException {
        assertThat(problem(TestWorkbook.of("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>")))
                .isEqualTo("WORKBOOK_REFUSED hold_file: A cell in row 1 of the sheet Data has an address that no cell"
                        + " can have.");
        assertThat(problem(TestWorkbook.of(row(1_048_577, "a"))))
                .isEqualTo("WORKBOOK_REFUSED hold_file: The sheet Data has more than 1,048,576 rows.");
        assertThat(problem(TestWorkbook.of(row(2, "a") + row(2, "b"))))
                .isEqualTo("WORKBOOK_REFUSED hold_file: The rows of the sheet Data are not in ascending order after row"
                        + " 2.");
    }

    @Test
    void refusesAHugeCellAndReadsOn() throws IOException {
        String huge = random(TextBuffer.FIELD_LIMIT + 1);
        Outcome outcome = Outcome.of(TestWorkbook.of(row(1, "a") + row(2, huge)
                        + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c></row>" + row(4, "1"))
                .strings("<si><t>" + huge + "</t></si>"));
        assertThat(outcome.problems())
                .containsExactly(
                        "FIELD_TOO_LONG reject row 2 column a: The cell Data!A2 has more than 1,000,000 characters.",
                        "FIELD_TOO_LONG reject row 3 column a: The cell Data!A3 has more than 1,000,000 characters.");
        assertThat(outcome.records()).containsExactly(List.of("1"));
    }

    @Test
    void readsValuesOfAWorkbookWithMacros() throws IOException {
        ByteArrayOutputStream macros = new ByteArrayOutputStream();
        macros.write(CONTAINER);
        Outcome outcome = Outcome.of(TestWorkbook.of(GOOD).part("xl/vbaProject.bin", macros.toByteArray()));
        assertThat(outcome.records()).containsExactly(List.of("1"));
    }

    @Test
    void refusesALyingDirectory() throws IOException {
        byte[] bytes = TestWorkbook.of(GOOD).bytes();
        int name = new String(bytes, ISO_8859_1).lastIndexOf("xl/workbook.xml");
        bytes[name - DIRECTORY_NAME + DIRECTORY_CHECKSUM] ^= 1;
        assertThat(problem(ByteSource.of(bytes)))
                .isEqualTo(
                        "WORKBOOK_REFUSED hold_file: The part xl/workbook.xml of the workbook disagrees with its size"
                                + " or checksum: the file is damaged.");
    }

    private static String random(int length) {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }
}
