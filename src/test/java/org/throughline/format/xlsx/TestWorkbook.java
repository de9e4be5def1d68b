package org.throughline.format.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.throughline.format.ByteSource;

/** A workbook put together by hand, part by part, so that a test can say what no spreadsheet program would write. */
final class TestWorkbook {
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private final String main;
    private String properties = "";
    private int count;

    private TestWorkbook(String main) {
        this.main = main;
        part("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
    }

    /** One visible sheet with these rows. */
    static TestWorkbook of(String rows) {
        return new TestWorkbook(MAIN).sheet("Data", "", rows);
    }

    static TestWorkbook strict(String rows) {
        return new TestWorkbook(STRICT).sheet("Data", "", rows);
    }

    static TestWorkbook empty() {
        return new TestWorkbook(MAIN);
    }

    TestWorkbook sheet(String title, String state, String rows) {
        count++;
        sheets.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"%s/>"
                .formatted(title, count, count, state.isEmpty() ? "" : " state=\"" + state + "\""));
        relations.append(relation("rId" + count, "worksheet", "worksheets/sheet" + count + ".xml"));
        return part(
                "xl/worksheets/sheet" + count + ".xml",
                "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(main, rows));
    }

    TestWorkbook strings(String items) {
        relations.append(relation("rIdS", "sharedStrings", "sharedStrings.xml"));
        return part("xl/sharedStrings.xml", "<sst xmlns=\"%s\">%s</sst>".formatted(main, items));
    }

    /** The format of style 0 is general; these codes are styles 1 and on. */
    TestWorkbook styles(String... codes) {
        StringBuilder named = new StringBuilder();
        StringBuilder formats = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (int index = 0; index < codes.length; index++) {
            named.append("<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>"
                    .formatted(200 + index, codes[index].replace("\"", "&quot;")));
            formats.append("<xf numFmtId=\"%d\"/>".formatted(200 + index));
        }
        return stylesPart("<numFmts>%s</numFmts><cellXfs>%s</cellXfs>".formatted(named, formats));
    }

    TestWorkbook stylesPart(String content) {
        relations.append(relation("rIdF", "styles", "styles.xml"));
        return part("xl/styles.xml", "<styleSheet xmlns=\"%s\">%s</styleSheet>".formatted(main, content));
    }

    TestWorkbook from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    TestWorkbook part(String name, String content) {
        return part(name, content.getBytes(UTF_8));
    }

    TestWorkbook part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    TestWorkbook without(String name) {
        parts.remove(name);
        return this;
    }

    ByteSource source() {
        return ByteSource.of(bytes());
    }

    byte[] bytes() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("[Content_Types].xml", contentTypes().getBytes(UTF_8));
        all.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"%s\" xmlns:r=\"%s\">%s<sheets>%s</sheets></workbook>"
                        .formatted(main, RELATIONS, properties, sheets)
                        .getBytes(UTF_8));
        all.put("xl/_rels/workbook.xml.rels", relations(relations.toString()).getBytes(UTF_8));
        all.putAll(parts);
        return zip(all);
    }

    private String contentTypes() {
        String kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        StringBuilder types = new StringBuilder(
                "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + kind + "sheet.main+xml\"/>");
        for (int sheet = 1; sheet <= count; sheet++) {
            types.append("<Override PartName=\"/xl/worksheets/sheet%d.xml\" ContentType=\"%sworksheet+xml\"/>"
                    .formatted(sheet, kind));
        }
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">" + types + "</Types>";
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String relations(String content) {
        return "<Relationships xmlns=\"%s\">%s</Relationships>".formatted(PACKAGE, content);
    }

    static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, RELATIONS, kind, target);
    }

    /** A row of cells that are inline text. */
    static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int column = 0; column < texts.length; column++) {
            if (!texts[column].isEmpty()) {
                row.append("<c r=\"%s%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
                        .formatted(CellReference.letters(column), number, texts[column]));
            }
        }
        return row.append("</row>").toString();
    }
}
