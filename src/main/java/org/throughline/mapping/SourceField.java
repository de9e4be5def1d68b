package org.throughline.mapping;

import java.util.List;
import org.throughline.mapping.value.Blanks;
import org.throughline.mapping.value.Cell;
import org.throughline.mapping.value.ValueType;
import org.throughline.problem.Level;

/**
 * A field of the source, as a mapping declares it.
 *
 * @param index position among the fields of its file
 * @param column the column's name as agreed with the sender
 * @param aka other names it may have
 * @param cell turns a cell into a value
 * @param expected what a cell must be, in the words of a message, such as {@code a date written as M/d/yyyy}
 * @param required true where a cell must not be empty
 * @param constraints what a value must fulfil
 * @param missing cells that count as empty
 * @param optional true where the column may be absent
 * @param shortYear true where a year may have two digits
 * @param broken how grave it is when a cell cannot be read; at WARN the value is left out and the record goes on
 * @param words its author's own words
 */
record SourceField(
        int index,
        String name,
        String column,
        List<String> aka,
        ValueType type,
        Cell cell,
        String expected,
        boolean required,
        List<Constraint> constraints,
        Blanks missing,
        boolean optional,
        boolean shortYear,
        Level broken,
        FieldWords words) {

    SourceField {
        aka = List.copyOf(aka);
        constraints = List.copyOf(constraints);
    }

    /** True where the mapping says with {@code pii} that a cell helps to identify somebody. */
    boolean personal() {
        return words.pii().isPresent();
    }
}
