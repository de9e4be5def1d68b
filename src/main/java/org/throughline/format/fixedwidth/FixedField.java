package org.throughline.format.fixedwidth;

import java.util.Optional;

/**
 * A field by its position.
 *
 * @param name the column name
 * @param start first character, from 1
 * @param length characters
 * @param whole true where a line that ends inside the field makes its value another one: a number, a date
 * @param number how a number is written, where it has implied decimals or a sign of its own
 */
public record FixedField(String name, int start, int length, boolean whole, Optional<FixedNumber> number) {

    /** A field of text. */
    public static FixedField text(String name, int start, int length) {
        return new FixedField(name, start, length, false, Optional.empty());
    }

    /** A field of a number. */
    public static FixedField number(String name, int start, int length, FixedNumber number) {
        return new FixedField(name, start, length, true, Optional.of(number));
    }

    /** Last character, from 1. */
    public int end() {
        return start + length - 1;
    }
}
