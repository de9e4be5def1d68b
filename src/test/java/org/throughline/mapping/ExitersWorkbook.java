package org.throughline.mapping;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes the sample of {@code tanf-fra-xlsx}; all numbers are made up. Run it with the folder to write to,
 * {@code mappings/standards/samples}, to make the sample anew.
 */
public final class ExitersWorkbook {
    private static final int ZERO_LOST = 1_000_033;

    /** Months and numbers as people type them: most are numbers of Excel, a letter makes a text. */
    private static final Object[][] ROWS = {
        {"# Synthetic: nobody in this workbook exists."},
        {202607, 900000033},
        {202608, 900000041},
        {202608, 900000041},
        {"202609", "900000058"},
        {},
        {202621, 900000066},
        {202609, "90000006A"},
        {202609, ZERO_LOST}
    };

    private ExitersWorkbook() {}

    /** Writes the sample into the folder named. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]).resolve("tanf-fra-xlsx.sample.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Throughline", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Exiters");
            for (int row = 0; row < ROWS.length; row++) {
                for (int column = 0; column < ROWS[row].length; column++) {
                    value(sheet, row, column, ROWS[row][column]);
                }
            }
        }
    }

    private static void value(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else {
            sheet.value(row, column, value.toString());
        }
    }
}
