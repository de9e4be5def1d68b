package org.throughline.mapping;

import java.util.Optional;
import org.throughline.canonical.CanonicalKey;
import org.throughline.mapping.value.Clean;
import org.throughline.mapping.value.Written;

/**
 * One part of a key.
 *
 * @param named the field or fact it comes from; empty for a constant
 * @param constant the constant; empty text otherwise
 */
record KeyPart(Optional<Named> named, String constant) {

    /** The part as it stands in a key, or null where it is missing. Only texts may hold what a key escapes. */
    String inKey(Row row) {
        if (named.isEmpty()) {
            return CanonicalKey.part(constant);
        }
        Named source = named.get();
        return source.field().isEmpty()
                ? row.factInKey(source.name())
                : inKey(row.value(source.field().get()));
    }

    /** The value of a field or fact as it stands in a key; empty where it is missing. */
    static Optional<String> written(Object value) {
        return Optional.ofNullable(inKey(value));
    }

    private static String inKey(Object value) {
        if (value instanceof String text) {
            String trimmed = Clean.trimmed(text);
            return trimmed.isEmpty() ? null : CanonicalKey.part(trimmed);
        }
        return value == null ? null : Written.text(value);
    }

    /** The part's text without blanks around it; empty text where it is missing. */
    private String text(Row row) {
        if (named.isEmpty()) {
            return constant;
        }
        Object value = named.get().value(row);
        return value == null ? "" : Clean.trimmed(Written.text(value));
    }

    /** The same, from the raw cell where it could not be read. */
    String asFarAsReadable(Row row) {
        Optional<SourceField> field = named.isPresent() ? named.get().field() : Optional.empty();
        if (field.isPresent() && row.unreadable(field.get(), false)) {
            return Clean.trimmed(row.raw(field.get()));
        }
        return text(row);
    }
}
