package org.throughline.mapping;

import java.util.List;
import org.throughline.canonical.Field;

/**
 * One line under {@code set}.
 *
 * @param sources the source fields it uses
 */
record SetField(Field field, Slot slot, List<SourceField> sources) {

    SetField {
        sources = List.copyOf(sources);
    }
}
