package org.throughline.mapping;

/** A value that is the same for every record. */
record ConstantSlot(Object constant) implements Slot {

    @Override
    public Object value(Row row) {
        return constant;
    }
}
