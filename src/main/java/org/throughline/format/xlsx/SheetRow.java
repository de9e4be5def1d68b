package org.throughline.format.xlsx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The cells of one row as canonical text, by the index of their column. */
final class SheetRow {
    private static final int RECORD_LIMIT = 16_000_000;
    private static final int FIRST_SIZE = 32;

    private final List<CellFault> faults = new ArrayList<>();
    private String[] values = new String[FIRST_SIZE];
    private int width;
    private long number;
    private long characters;

    void start(long rowNumber) {
        Arrays.fill(values, 0, width, null);
        faults.clear();
        width = 0;
        characters = 0;
        number = rowNumber;
    }

    /** Sets a cell; false where it is already set, or the row too long. */
    boolean set(int column, String value) {
        characters += value.length();
        if (column < width && values[column] != null || characters > RECORD_LIMIT) {
            return false;
        }
        if (column >= values.length) {
            values = Arrays.copyOf(
                    values, Math.min(CellReference.MOST_COLUMNS, Math.max(column + 1, values.length * 2)));
        }
        values[column] = value;
        width = Math.max(width, column + 1);
        return true;
    }

    void fault(CellFault fault) {
        faults.add(fault);
        set(fault.column(), "");
    }

    /** Row as the spreadsheet shows it, from 1. */
    long number() {
        return number;
    }

    /** The cell of this column; empty text where nothing stands. */
    String value(int column) {
        return column >= 0 && column < width && values[column] != null ? values[column] : "";
    }

    boolean blank(int column) {
        return value(column).isBlank() && fault(column).isEmpty();
    }

    /** Columns up to the last cell that holds anything. */
    int width() {
        int end = width;
        while (end > 0 && blank(end - 1)) {
            end--;
        }
        return end;
    }

    /** Columns up to the last cell that is there at all, blank or not. */
    int used() {
        return width;
    }

    boolean blank() {
        return width() == 0;
    }

    /** What is wrong with the cell of this column. */
    Optional<CellFault> fault(int column) {
        for (CellFault fault : faults) {
            if (fault.column() == column) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** The first cell of the row that cannot be read. */
    Optional<CellFault> fault() {
        return faults.stream().findFirst();
    }

    /** Index of the first column with this label, or {@link CellReference#NONE}. */
    int find(Label label) {
        for (int column = 0; column < width; column++) {
            if (values[column] != null && label.is(values[column])) {
                return column;
            }
        }
        return CellReference.NONE;
    }

    List<String> values(int from, int to) {
        List<String> part = new ArrayList<>(to - from);
        for (int column = from; column < to; column++) {
            part.add(value(column));
        }
        return part;
    }
}
