package org.throughline.format.xlsx;

import java.io.Closeable;
import java.io.IOException;

/** Passes over the rows of a sheet from top to bottom. The row is the same object each time, filled anew. */
final class SheetScanner implements Closeable {
    private final PartXml xml;
    private final Sheet sheet;
    private final Refusal refusal;
    private final CellScanner cells;
    private final SheetRow row = new SheetRow();
    private long number;
    private boolean inside;
    private boolean done;

    SheetScanner(PartXml xml, Sheet sheet, Workbook workbook) {
        this.xml = xml;
        this.sheet = sheet;
        this.refusal = workbook.refusal();
        this.cells = new CellScanner(xml, sheet, workbook);
    }

    /** Moves to the next row that the sheet has; false after the last one. */
    boolean next() throws IOException {
        while (!done && xml.next()) {
            if (xml.starts("sheetData")) {
                inside = true;
            } else if (xml.ends("sheetData")) {
                finish();
            } else if (inside && xml.starts("row")) {
                read();
                return true;
            }
        }
        return false;
    }

    /** What follows the cells is passed too, so that the size and checksum of the part are seen. */
    private void finish() throws IOException {
        done = true;
        boolean more = true;
        while (more) {
            more = xml.next();
        }
    }

    private void read() throws IOException {
        number = number(xml.attribute("r"));
        row.start(number);
        cells.start(row);
        while (xml.next() && !xml.ends("row")) {
            if (xml.starts("c")) {
                cells.read();
            }
        }
    }

    private long number(String text) throws IOException {
        if (text.isEmpty()) {
            return checked(number + 1);
        }
        return checked(text.matches("\\d{1,9}") ? Long.parseLong(text) : 0);
    }

    private long checked(long next) throws IOException {
        if (next <= number) {
            throw refusal.refused(
                    "The rows of the sheet " + sheet.shown() + " are not in ascending order after row " + number + ".");
        }
        if (next > CellReference.MOST_ROWS) {
            throw refusal.refused(
                    String.format("The sheet %s has more than %,d rows.", sheet.shown(), CellReference.MOST_ROWS));
        }
        return next;
    }

    SheetRow row() {
        return row;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
