package org.throughline.mapping;

/** Gives the value of one canonical field for a record, of the field's carrier type; null where it is unknown. */
@FunctionalInterface
interface Slot {

    Object value(Row row);
}
