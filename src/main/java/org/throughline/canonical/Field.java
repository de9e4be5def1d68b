package org.throughline.canonical;

import java.util.Optional;

/**
 * A field of a canonical record.
 *
 * @param name as in SQL and in mappings
 * @param required true where a record without it cannot be stored
 * @param personal true where the value helps to identify a client
 * @param parent table of the entity whose key the value is, where it is a reference
 */
public record Field(String name, FieldType type, boolean required, boolean personal, Optional<String> parent) {

    Field(String name, FieldType type) {
        this(name, type, false, false, Optional.empty());
    }

    Field mandatory() {
        return new Field(name, type, true, personal, parent);
    }

    Field identifying() {
        return new Field(name, type, required, true, parent);
    }

    Field refersTo(String table) {
        return new Field(name, type, required, personal, Optional.of(table));
    }
}
