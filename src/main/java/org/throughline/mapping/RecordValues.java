package org.throughline.mapping;

import org.throughline.mapping.cel.Values;

/** What a text with expressions can tell of: one record, or a group of records. */
interface RecordValues extends Values {

    /** The cell of a field as the sender wrote it. */
    String raw(SourceField field);
}
