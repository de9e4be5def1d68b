package org.throughline.format.delimited;

import java.util.Arrays;
import java.util.List;

/**
 * The fields of one record while it is read. What goes beyond the limits is counted, not kept, so that no input can fill the
 * memory.
 */
final class Cells {
    static final int FIELD_LIMIT = 1_000_000;
    static final int RECORD_LIMIT = 16_000_000;
    static final int COLUMN_LIMIT = 100_000;
    static final int NONE = -1;

    private static final int FIRST_SIZE = 64;

    private String[] values = new String[FIRST_SIZE];
    private int most = COLUMN_LIMIT;
    private int count;
    private boolean lastIsEmpty;
    private char[] partial = new char[FIRST_SIZE];
    private int length;
    private long total;
    private int longField = NONE;
    private boolean longRecord;

    /** Keeps this many fields of every record to come; further ones are counted only. */
    void keep(int columns) {
        most = columns;
        values = new String[columns];
    }

    void clear() {
        lastIsEmpty = false;
        count = 0;
        length = 0;
        total = 0;
        longField = NONE;
        longRecord = false;
    }

    /** Adds a part to the field that is being read. */
    void append(char[] chars, int from, int size) {
        if (!fits(size)) {
            return;
        }
        if (length + size > partial.length) {
            partial = Arrays.copyOf(partial, Math.max(length + size, partial.length * 2));
        }
        System.arraycopy(chars, from, partial, length, size);
        length += size;
        total += size;
    }

    private boolean fits(int size) {
        boolean fieldFits = length + size <= FIELD_LIMIT && longField != count;
        boolean recordFits = total + size <= RECORD_LIMIT;
        if (!fieldFits || !recordFits) {
            longRecord |= !recordFits;
            longField = longField == NONE ? count : longField;
        }
        return fieldFits && recordFits;
    }

    /** Adds the last part of a field and ends it. */
    void end(char[] chars, int from, int size) {
        if (length > 0 || total + size > RECORD_LIMIT) {
            append(chars, from, size);
            keep(new String(partial, 0, length));
            length = 0;
            return;
        }
        total += size;
        keep(size == 0 ? "" : new String(chars, from, size));
    }

    private void keep(String value) {
        lastIsEmpty = value.isEmpty();
        if (count < most) {
            if (count == values.length) {
                values = Arrays.copyOf(values, Math.min(most, values.length * 2));
            }
            values[count] = value;
        }
        count += count < Integer.MAX_VALUE ? 1 : 0;
    }

    /** Fields of the record, kept or not. */
    int count() {
        return count;
    }

    /** True where the last field of the record is empty. */
    boolean lastIsEmpty() {
        return lastIsEmpty;
    }

    /** Index of the first field that was cut off, or {@link #NONE}. */
    int longField() {
        return longField;
    }

    /** True where the record as a whole was too long. */
    boolean longRecord() {
        return longRecord;
    }

    List<String> kept() {
        int size = Math.min(count, most);
        return List.of(size == values.length ? values : Arrays.copyOf(values, size));
    }
}
