package org.throughline.format.fixedwidth;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a number of fixed width has its sign. A plus or minus that is written out counts in every case. */
public enum Sign {
    /** It has none. */
    NONE,
    /** The first character is a sign of its own; blank stands for plus. */
    LEADING,
    /** The last character is a sign of its own; blank stands for plus. */
    TRAILING,
    /** The last digit carries the sign in its zone: { and A-I for plus, } and J-R for minus. */
    OVERPUNCH,
    /** The first digit carries the sign in its zone. */
    OVERPUNCH_LEADING;

    /** The word used in mappings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The sign with this word. */
    public static Optional<Sign> of(String word) {
        return Arrays.stream(values()).filter(sign -> sign.word().equals(word)).findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Sign::word).toList();
    }
}
