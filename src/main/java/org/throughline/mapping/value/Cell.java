package org.throughline.mapping.value;

import java.time.LocalDate;

/** Turns the text of a cell, without the blanks around it, into a value. Safe for use by several threads. */
@FunctionalInterface
public interface Cell {

    /**
     * The value, or null where the text is not of the type.
     *
     * @param receivedOn the day on which the file arrived, for years of two digits
     */
    Object value(String text, LocalDate receivedOn);
}
