package org.throughline.mapping;

/** What a text with expressions can tell of: one record, or a group of records. */
interface RecordValues {

    /** The value of a field, fact or figure of this name, or null. */
    Object value(String name);

    /** The cell of a field as the sender wrote it. */
    String raw(SourceField field);
}
