package org.throughline.mapping.cel;

import java.time.LocalDateTime;

/**
 * What an expression answers for one record.
 *
 * @param value String, Long, Double, {@link LocalDateTime} or Boolean; null where the answer is null or there is none
 * @param given false where the values at hand allow no answer, such as a comparison with a missing number
 */
public record Answer(Object value, boolean given) {

    static final Answer NONE = new Answer(null, false);
    private static final Answer NOTHING = new Answer(null, true);
    private static final Answer YES = new Answer(true, true);
    private static final Answer NO = new Answer(false, true);

    static Answer of(Object value) {
        if (value instanceof Boolean answer) {
            return answer ? YES : NO;
        }
        return value == null ? NOTHING : new Answer(value, true);
    }

    /** True where the answer is yes. */
    public boolean yes() {
        return Boolean.TRUE.equals(value);
    }

    /** Names no value. */
    @Override
    public String toString() {
        return given ? "Answer" : "Answer[none]";
    }
}
