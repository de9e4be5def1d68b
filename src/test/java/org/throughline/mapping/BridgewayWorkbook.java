package org.throughline.mapping;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes the monthly workbooks of the synthetic provider Bridgeway; all figures are made up. Run it with the folder to write
 * to, {@code mappings/bridgeway/samples}, to make the sample anew.
 */
public final class BridgewayWorkbook {
    private static final List<String> SITES = List.of("North", "South", "Total");
    private static final List<String> PARTS = List.of("#", "Num", "Den", "%");
    private static final int HEADER = 3;
    private static final int REFERRALS_ROW = 2;
    private static final int REFERRALS = 20;

    private static final Object[][] FIGURES = {
        {"Families starting within 7 days of referral", "n/a", 14, 20, 0.7, "n/a", "*", 12, "<11", "n/a", "-", 32, "-"},
        {"Families completing 3 months of service", "n/a", 9, 12, 0.75, "n/a", 6, 8, 0.75, "n/a", 15, 20, 0.75},
        {"New referrals received", REFERRALS, "n/a", "n/a", "n/a", 12, "n/a", "n/a", "n/a", 32, "n/a", "n/a", "n/a"},
        {"Staff hours billed", 310.5, "n/a", "n/a", "n/a", 287, "n/a", "n/a", "n/a", 597.5, "n/a", "n/a", "n/a"},
        {"Families on the waiting list", 3, "n/a", "n/a", "n/a", 0, "n/a", "n/a", "n/a", 3, "n/a", "n/a", "n/a"}
    };

    private BridgewayWorkbook() {}

    /** Writes the sample into the folder named. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]).resolve("monthly-measures.sample.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            write(out, LocalDate.of(2026, 9, 1), REFERRALS);
        }
    }

    /** Writes the workbook of a month, with this number of referrals of the north site. */
    public static void write(OutputStream out, LocalDate month, int referrals) throws IOException {
        try (Workbook workbook = new Workbook(out, "Throughline", "1.0")) {
            Worksheet notes = workbook.newWorksheet("Notes");
            notes.value(0, 0, "Synthetic: every figure in this workbook is made up.");
            Worksheet sheet = workbook.newWorksheet("ACM Report");
            top(sheet, month);
            for (int row = 0; row < FIGURES.length; row++) {
                for (int column = 0; column < FIGURES[row].length; column++) {
                    value(sheet, HEADER + 2 + row, column, FIGURES[row][column]);
                }
            }
            value(sheet, HEADER + 2 + REFERRALS_ROW, 1, referrals);
            int end = HEADER + 3 + FIGURES.length;
            sheet.value(end, 0, "Certification");
            sheet.value(end, 1, "The figures are made up and certify nothing.");
            sheet.value(end + 1, 0, "Prepared by:");
            sheet.value(end + 1, 1, "Quality team");
        }
    }

    private static void top(Worksheet sheet, LocalDate month) {
        sheet.value(0, 0, "Bridgeway Parenting Center (synthetic): agreed contract measures");
        sheet.value(1, 0, "Reporting month:");
        sheet.value(1, 1, month);
        sheet.style(1, 1).format("mmm yyyy").set();
        sheet.value(HEADER, 0, "Measure");
        sheet.range(HEADER, 0, HEADER + 1, 0).merge();
        for (int site = 0; site < SITES.size(); site++) {
            int first = 1 + site * PARTS.size();
            sheet.value(HEADER, first, SITES.get(site));
            sheet.range(HEADER, first, HEADER, first + PARTS.size() - 1).merge();
            for (int part = 0; part < PARTS.size(); part++) {
                sheet.value(HEADER + 1, first + part, PARTS.get(part));
            }
        }
    }

    private static void value(Worksheet sheet, int row, int column, Object figure) {
        if (figure instanceof Number number) {
            sheet.value(row, column, number);
            if (number.doubleValue() < 1 && number.doubleValue() > 0) {
                sheet.style(row, column).format("0%").set();
            }
        } else {
            sheet.value(row, column, figure.toString());
        }
    }
}
