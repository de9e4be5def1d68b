package org.throughline.problem;

import java.util.Locale;
import java.util.Optional;

/** How much a problem weighs; the order is from light to grave. */
public enum Level {
    /** Worth knowing; changes nothing. */
    NOTE,
    /** Should be corrected; the record is loaded all the same. */
    WARN,
    /** The record waits for a correction or a ruling. */
    HOLD_ROW,
    /** The record can never be valid: no key, wrong number of fields, undecodable. */
    REJECT,
    /** The whole file waits for a correction or a ruling. */
    HOLD_FILE;

    /** The word used in mappings and in the database, such as {@code hold_row}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level with this word, if there is one. */
    public static Optional<Level> of(String word) {
        for (Level level : values()) {
            if (level.word().equals(word)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
