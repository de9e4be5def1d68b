package org.throughline.format.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each cell format of a workbook makes of a number. */
final class Styles {
    /** More than any spreadsheet program allows. */
    private static final int MOST = 100_000;

    private final Map<String, CellFormat> named = new HashMap<>();
    private final List<String> numbers = new ArrayList<>();
    private final List<CellFormat> formats = new ArrayList<>();

    private Styles() {}

    static Styles none() {
        return new Styles();
    }

    static Styles read(PartXml xml, Refusal refusal) throws IOException {
        Styles styles = new Styles();
        while (xml.next()) {
            if (xml.starts("numFmts")) {
                styles.readNamed(xml, refusal);
            } else if (xml.starts("cellXfs")) {
                styles.readCellFormats(xml, refusal);
            }
        }
        styles.numbers.forEach(number -> styles.formats.add(styles.format(number)));
        return styles;
    }

    private void readNamed(PartXml xml, Refusal refusal) throws IOException {
        while (xml.next() && !xml.ends("numFmts")) {
            if (xml.starts("numFmt")) {
                named.put(xml.attribute("numFmtId"), CellFormat.of(xml.attribute("formatCode")));
                check(named.size(), refusal);
            }
        }
    }

    private void readCellFormats(PartXml xml, Refusal refusal) throws IOException {
        while (xml.next() && !xml.ends("cellXfs")) {
            if (xml.starts("xf")) {
                numbers.add(xml.attribute("numFmtId"));
                check(numbers.size(), refusal);
            }
        }
    }

    private static void check(int size, Refusal refusal) throws IOException {
        if (size > MOST) {
            throw refusal.refused(String.format("The workbook has more than %,d cell formats.", MOST));
        }
    }

    private CellFormat format(String number) {
        CellFormat format = named.get(number);
        if (format != null) {
            return format;
        }
        return number.matches("\\d{1,4}") ? CellFormat.builtIn(Integer.parseInt(number)) : CellFormat.PLAIN;
    }

    /** The format that a cell names; one that is not there is plain. */
    CellFormat at(String style) {
        if (style.isEmpty() || style.length() > 6) {
            return formats.isEmpty() ? CellFormat.PLAIN : formats.get(0);
        }
        int index = 0;
        for (int at = 0; at < style.length(); at++) {
            index = index * 10 + Character.digit(style.charAt(at), 10);
        }
        return index >= 0 && index < formats.size() ? formats.get(index) : CellFormat.PLAIN;
    }
}
