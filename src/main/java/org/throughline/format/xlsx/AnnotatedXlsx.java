package org.throughline.format.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.LongFunction;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.throughline.format.Annotation;
import org.throughline.format.ByteSource;
import org.throughline.format.UnreadableException;

/**
 * Gives a sender its workbook back with what the hub made of each record: three more columns to the right of everything that
 * stands in the sheet. All other parts keep their bytes.
 */
public final class AnnotatedXlsx {
    private AnnotatedXlsx() {}

    /**
     * Writes the copy. A workbook that cannot be read goes back unchanged.
     *
     * @param layout one record per row
     * @param annotations what is told about the record with this number, from 1, broken records included
     */
    public static void write(
            ByteSource original, XlsxLayout layout, LongFunction<Optional<Annotation>> annotations, OutputStream copy)
            throws IOException {
        if (!layout.recordPerRow()) {
            throw new IllegalArgumentException("A workbook whose cells become records cannot be annotated by row.");
        }
        if (readable(original, layout)) {
            rewrite(original, layout, annotations, copy);
            return;
        }
        try (InputStream bytes = original.open()) {
            bytes.transferTo(copy);
        }
    }

    /** A pass of its own, so that nothing is written of a workbook that turns out to be broken at its end. */
    private static boolean readable(ByteSource original, XlsxLayout layout) throws IOException {
        try (Workbook workbook = Workbook.open(original, "")) {
            Sheet sheet = new SheetChooser(workbook).choose(layout.sheet());
            try (SheetScanner rows = workbook.scan(sheet)) {
                new Outliner(rows, layout, sheet, "").outline();
            }
            return width(workbook, sheet) + RowNotes.COLUMNS <= CellReference.MOST_COLUMNS;
        } catch (UnreadableException e) {
            return false;
        }
    }

    private static int width(Workbook workbook, Sheet sheet) throws IOException {
        int width = 0;
        try (SheetScanner rows = workbook.scan(sheet)) {
            while (rows.next()) {
                width = Math.max(width, rows.row().used());
            }
        }
        return width;
    }

    private static void rewrite(
            ByteSource original, XlsxLayout layout, LongFunction<Optional<Annotation>> annotations, OutputStream copy)
            throws IOException {
        try (Workbook workbook = Workbook.open(original, "")) {
            Sheet sheet = new SheetChooser(workbook).choose(layout.sheet());
            Outline outline;
            try (SheetScanner rows = workbook.scan(sheet)) {
                outline = new Outliner(rows, layout, sheet, "").outline();
            }
            RowNotes notes = new RowNotes(outline, width(workbook, sheet), annotations);
            ZipArchiveOutputStream zip = new ZipArchiveOutputStream(copy);
            for (ZipArchiveEntry entry : workbook.file().entries()) {
                if (workbook.file().is(entry, sheet.part())) {
                    copySheet(workbook, sheet, notes, zip);
                } else {
                    zip.addRawArchiveEntry(entry, workbook.file().packed(entry));
                }
            }
            zip.finish();
        }
    }

    private static void copySheet(Workbook workbook, Sheet sheet, RowNotes notes, ZipArchiveOutputStream zip)
            throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(sheet.part()));
        try (SheetScanner rows = workbook.scan(sheet);
                PartXml xml = workbook.file().open(sheet.part())) {
            new SheetCopy(xml, rows, notes).write(zip);
        } catch (XMLStreamException e) {
            throw new IOException("The sheet cannot be written back.", e);
        }
        zip.closeArchiveEntry();
    }
}
