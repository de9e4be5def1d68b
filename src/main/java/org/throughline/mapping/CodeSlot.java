package org.throughline.mapping;

import org.throughline.mapping.value.Clean;

/** A value that goes through a crosswalk. */
record CodeSlot(SourceField source, Slot text, CodeSet codes) implements Slot {

    @Override
    public Object value(Row row) {
        if (row.unreadable(source, false)) {
            return null;
        }
        String theirs = (String) text.value(row);
        String code = theirs == null ? "" : Clean.trimmed(theirs);
        if (code.isEmpty()) {
            return codes.blank();
        }
        if (codes.undecided(row)) {
            row.alreadyReported(source);
            return null;
        }
        String ours = codes.codes(row).get(code);
        return ours == null ? codes.miss(row, source, code) : ours;
    }
}
