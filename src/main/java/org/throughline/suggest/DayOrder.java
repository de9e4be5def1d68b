package org.throughline.suggest;

import java.util.List;
import org.throughline.profile.TypeGuess;

/** What somebody knows of days such as 03/04/2025, which the values of a sample may not tell. */
public enum DayOrder {
    /** Nobody said. */
    UNKNOWN("-"),
    /** The month comes first. */
    MONTH_FIRST("M"),
    /** The day comes first. */
    DAY_FIRST("d");

    private final String letter;

    DayOrder(String letter) {
        this.letter = letter;
    }

    /** The ways of writing days that are left. */
    List<String> formats(TypeGuess type) {
        if (!type.ambiguous() || this == UNKNOWN) {
            return type.formats();
        }
        List<String> fitting = type.formats().stream()
                .filter(format -> format.startsWith(letter))
                .toList();
        return fitting.isEmpty() ? type.formats() : fitting;
    }
}
