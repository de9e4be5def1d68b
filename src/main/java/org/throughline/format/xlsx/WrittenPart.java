package org.throughline.format.xlsx;

import java.util.List;

/** A part of a workbook that the hub writes, except for its sheet. */
record WrittenPart(String name, String content) {
    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final int LONGEST_TEXT = 32_767;

    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final int LONGEST_TITLE = 31;

    static final String SHEET_START = PROLOG + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>";
    static final String SHEET_END = "</sheetData></worksheet>";

    /** All parts but the sheet. Cell format 1 is text. */
    static List<WrittenPart> around(String title) {
        return List.of(
                new WrittenPart("[Content_Types].xml", contentTypes()),
                new WrittenPart("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml"))),
                new WrittenPart(
                        "xl/workbook.xml",
                        PROLOG + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets><sheet name=\""
                                + escaped(plain(title)) + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
                new WrittenPart(
                        "xl/_rels/workbook.xml.rels",
                        relations(relation(1, "worksheet", "worksheets/sheet1.xml")
                                + relation(2, "styles", "styles.xml"))),
                new WrittenPart("xl/styles.xml", styles()));
    }

    private static String contentTypes() {
        return PROLOG + "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\""
                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + type("xl/workbook.xml", "sheet.main+xml")
                + type(SHEET, "worksheet+xml")
                + type("xl/styles.xml", "styles+xml")
                + "</Types>";
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"/" + part + "\" ContentType=\"" + KIND + kind + "\"/>";
    }

    private static String relations(String content) {
        return PROLOG + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + content + "</Relationships>";
    }

    private static String relation(int id, String kind, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    private static String styles() {
        return PROLOG + "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"1\"><font/></fonts>"
                + "<fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
                + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\"/>"
                + "<xf numFmtId=\"49\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";
    }

    /** Titles of sheets have no characters that a formula would take for its own. */
    private static String plain(String title) {
        String plain = title.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        return plain.isEmpty() ? "Sheet1" : plain.substring(0, Math.min(LONGEST_TITLE, plain.length()));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
