package org.throughline.mapping;

import java.util.Optional;
import org.throughline.mapping.value.Clean;
import org.throughline.mapping.value.Written;

/**
 * One part of a key.
 *
 * @param named the field or fact it comes from; empty for a constant
 * @param constant the constant; empty text otherwise
 */
record KeyPart(Optional<Named> named, String constant) {

    /** The part's text without blanks around it, or null where it is missing. */
    String text(Row row) {
        if (named.isEmpty()) {
            return constant;
        }
        Object value = named.get().value(row);
        String text = value == null ? "" : Clean.trimmed(Written.text(value));
        return text.isEmpty() ? null : text;
    }

    /** The same, from the raw cell where it could not be read. */
    String asFarAsReadable(Row row) {
        Optional<SourceField> field = named.isPresent() ? named.get().field() : Optional.empty();
        if (field.isPresent() && row.unreadable(field.get(), false)) {
            return Clean.trimmed(row.raw(field.get()));
        }
        String text = text(row);
        return text == null ? "" : text;
    }
}
