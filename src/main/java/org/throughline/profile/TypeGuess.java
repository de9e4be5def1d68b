package org.throughline.profile;

import java.util.List;
import org.throughline.mapping.value.ValueType;

/**
 * Of which type the values of a column seem to be.
 *
 * @param formats how days are written; more than one where each of them reads every value, so that only the sender can say
 * @param misfits filled values that are not of the type
 * @param why what speaks for it, without any value
 */
public record TypeGuess(ValueType type, List<String> formats, long misfits, String why) {

    public TypeGuess {
        formats = List.copyOf(formats);
    }

    /** True where the values do not tell which day is meant. */
    public boolean ambiguous() {
        return formats.size() > 1;
    }

    /** True for days, months and times. */
    public boolean dated() {
        return type == ValueType.DATE || type == ValueType.DATETIME || type == ValueType.YEARMONTH;
    }
}
