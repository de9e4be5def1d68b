package org.throughline.format.xlsx;

import java.util.List;
import java.util.Optional;

/**
 * How a sender lays out a workbook.
 *
 * @param sheet the sheet that is read
 * @param declaredHeader the column names where the sheet has no header of its own
 * @param table where the table stands; without it the first row that is not blank is the header
 * @param cells facts outside the table; there are none without {@code table}
 */
public record XlsxLayout(
        SheetChoice sheet,
        Optional<List<String>> declaredHeader,
        Optional<TableBlock> table,
        List<LabelledCell> cells) {

    public XlsxLayout {
        declaredHeader = declaredHeader.map(List::copyOf);
        cells = List.copyOf(cells);
    }

    /** One sheet, its header in the first row that is not blank, a record in every other one. */
    public static XlsxLayout plain() {
        return new XlsxLayout(SheetChoice.only(), Optional.empty(), Optional.empty(), List.of());
    }

    /** True where every record is a row of its own, so that the workbook itself can be annotated. */
    public boolean recordPerRow() {
        return table.flatMap(TableBlock::unpivot).isEmpty();
    }
}
