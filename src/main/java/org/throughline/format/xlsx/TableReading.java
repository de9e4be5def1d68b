package org.throughline.format.xlsx;

import java.util.List;
import java.util.function.Consumer;
import org.throughline.format.Reading;

/** Makes readings of the rows of a table. */
sealed interface TableReading permits RowReading, UnpivotReading {

    /** The names of the columns of every record. */
    List<String> header();

    /** Gives the readings of a row, in the order of the sheet; none for a blank row. */
    void read(SheetRow row, Consumer<Reading> readings);
}
