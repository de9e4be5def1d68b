package org.throughline.format.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.format.ByteSource;

/** A workbook: its sheets, and what its cells share. Formulas and macros in it are never run, links never followed. */
final class Workbook implements Closeable {
    private static final String USUAL_PART = "xl/workbook.xml";
    private static final int MOST_SHEETS = 10_000;

    private final WorkbookFile file;
    private final List<Sheet> sheets = new ArrayList<>();
    private DateSystem dates = DateSystem.FROM_1900;
    private Styles styles = Styles.none();
    private SharedStrings strings = SharedStrings.none();

    private Workbook(WorkbookFile file) throws IOException {
        this.file = file;
    }

    static Workbook open(ByteSource source, String member) throws IOException {
        WorkbookFile file = WorkbookFile.open(source, PartLimits.usual(), new Refusal(member));
        Workbook workbook = new Workbook(file);
        try {
            workbook.read();
            return workbook;
        } catch (IOException e) {
            workbook.close();
            throw e;
        }
    }

    private void read() throws IOException {
        String part = Relations.of(file, "").first("officeDocument").orElse(USUAL_PART);
        if (!file.has(part)) {
            throw file.refusal()
                    .refused("The file is a zip archive but no Excel workbook: it has no part " + Refusal.shown(part)
                            + ".");
        }
        Relations relations = Relations.of(file, part);
        try (PartXml xml = file.open(part)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    String from1904 = xml.attribute("date1904");
                    dates = from1904.equals("1") || from1904.equals("true")
                            ? DateSystem.FROM_1904
                            : DateSystem.FROM_1900;
                } else if (xml.starts("sheet")) {
                    addSheet(xml, relations);
                }
            }
        }
        Optional<String> stylesPart = relations.first("styles");
        if (stylesPart.isPresent()) {
            try (PartXml xml = file.open(stylesPart.get())) {
                styles = Styles.read(xml, file.refusal());
            }
        }
        Optional<String> stringsPart = relations.first("sharedStrings");
        if (stringsPart.isPresent()) {
            try (PartXml xml = file.open(stringsPart.get())) {
                strings.close();
                strings = SharedStrings.read(xml, file.refusal());
            }
        }
    }

    /** Sheets of charts and dialogs hold no cells, and are no sheets here. */
    private void addSheet(PartXml xml, Relations relations) throws IOException {
        String title = xml.attribute("name");
        String state = xml.attribute("state");
        boolean hidden = !state.isEmpty() && !state.equals("visible");
        relations
                .part(xml.foreignAttribute("id"), "worksheet")
                .ifPresent(part -> sheets.add(new Sheet(title, part, hidden)));
        if (sheets.size() > MOST_SHEETS) {
            throw file.refusal().refused(String.format("The workbook has more than %,d sheets.", MOST_SHEETS));
        }
    }

    List<Sheet> sheets() {
        return sheets;
    }

    /** The rows of a sheet, from the top. */
    SheetScanner scan(Sheet sheet) throws IOException {
        return new SheetScanner(file.open(sheet.part()), sheet, this);
    }

    DateSystem dates() {
        return dates;
    }

    Styles styles() {
        return styles;
    }

    SharedStrings strings() {
        return strings;
    }

    Refusal refusal() {
        return file.refusal();
    }

    WorkbookFile file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        try (file) {
            strings.close();
        }
    }
}
