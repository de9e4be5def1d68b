package org.throughline.mapping;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When an entry under {@code write} tells a record.
 *
 * @param when where it is there and says no, the sender says that there is no such record
 * @param retract where it is there and says yes, the sender says that there is no such record any more
 * @param silent where it is there and says yes, the sender says nothing of such a record
 * @param all those that are there
 */
record WriteConditions(Optional<Formula> when, Optional<Formula> retract, Optional<Formula> silent, List<Formula> all) {

    WriteConditions(Optional<Formula> when, Optional<Formula> retract, Optional<Formula> silent) {
        this(
                when,
                retract,
                silent,
                Stream.of(when, retract, silent).flatMap(Optional::stream).toList());
    }

    /** True where one of them cannot be asked, since a cell could not be read. */
    boolean undecided(Row row) {
        if (row.readable()) {
            return false;
        }
        for (Formula formula : all) {
            if (formula.undecided(row)) {
                return true;
            }
        }
        return false;
    }

    /** True where the sender says nothing of such a record. */
    boolean silent(Row row) {
        return silent.isPresent() && silent.get().answer(row).yes();
    }

    /** True where the sender says that there is no such record any more. */
    boolean retracted(Row row) {
        return retract.isPresent() && retract.get().answer(row).yes();
    }
}
