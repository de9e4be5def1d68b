package org.throughline.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What becomes of a due time that falls on a holiday. */
public record DaysOff(Holidays holidays, Move move) {

    /** Where a due time on a holiday goes. */
    public enum Move {
        /** To the next day that is no holiday. */
        NEXT_DAY,
        /** To the next day that is neither a holiday nor on a weekend; of a daily feed, to the next day. */
        NEXT_WEEKDAY,
        /** Nowhere: nothing is expected. */
        SKIP;

        /** The word in partner files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The words of all moves. */
        public static List<String> words() {
            return Arrays.stream(values()).map(Move::word).toList();
        }

        /** The move of a word. */
        public static Move of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
