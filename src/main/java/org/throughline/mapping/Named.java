package org.throughline.mapping;

import java.util.Optional;
import org.throughline.mapping.value.ValueType;

/**
 * A field or a fact that a mapping names.
 *
 * @param field the field; empty for a fact
 */
record Named(String name, ValueType type, Optional<SourceField> field) {

    Object value(Row row) {
        return field.isPresent() ? row.value(field.get()) : row.fact(name);
    }
}
