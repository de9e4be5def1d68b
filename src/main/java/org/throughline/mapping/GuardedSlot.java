package org.throughline.mapping;

/** A value that counts only where a question is answered with yes. */
record GuardedSlot(Formula when, Slot slot) implements Slot {

    @Override
    public Object value(Row row) {
        return !when.undecided(row) && when.answer(row).yes() ? slot.value(row) : null;
    }
}
