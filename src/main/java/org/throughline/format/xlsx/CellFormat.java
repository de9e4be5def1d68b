package org.throughline.format.xlsx;

import java.util.Locale;
import java.util.Set;

/** What a number format makes of a number, as far as it changes what the number means. */
enum CellFormat {
    /** The number stands for itself; percentages, money and fractions too. */
    PLAIN,
    /** The number is a day. */
    DATE,
    /** The number is a time of day. */
    TIME,
    /** The number is a day with a time. */
    DATE_TIME,
    /** The number is a span of hours, minutes and seconds. */
    ELAPSED;

    private static final Set<Integer> DATES =
            Set.of(14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);
    private static final Set<Integer> TIMES = Set.of(18, 19, 20, 21, 32, 33, 34, 35, 45, 47);
    private static final int DAY_AND_TIME = 22;
    private static final int SPAN = 46;
    private static final String GENERAL = "general";

    /** A format that every spreadsheet knows by its number (ECMA-376, part 1, 18.8.30). */
    static CellFormat builtIn(int id) {
        if (DATES.contains(id)) {
            return DATE;
        }
        if (TIMES.contains(id)) {
            return TIME;
        }
        return id == DAY_AND_TIME ? DATE_TIME : id == SPAN ? ELAPSED : PLAIN;
    }

    /** The format with this code, such as {@code m/d/yyyy h:mm}. */
    static CellFormat of(String code) {
        Letters letters = new Letters();
        int at = 0;
        String lower = code.toLowerCase(Locale.ROOT);
        while (at < lower.length() && lower.charAt(at) != ';') {
            at = letters.pass(lower, at);
        }
        return letters.format();
    }

    /** The letters of a format code that stand for a part of a date or time. */
    private static final class Letters {
        private boolean day;
        private boolean time;
        private boolean month;
        private boolean elapsed;

        int pass(String code, int at) {
            switch (code.charAt(at)) {
                case '"':
                    return after(code, '"', at + 1);
                case '[':
                    int end = after(code, ']', at + 1);
                    elapsed |= code.substring(at + 1, end).matches("(h+|m+|s+)]");
                    return end;
                case '\\', '_', '*':
                    return at + 2;
                case 'y', 'd':
                    day = true;
                    return at + 1;
                case 'h', 's':
                    time = true;
                    return at + 1;
                case 'm':
                    month = true;
                    return at + 1;
                default:
                    return afterWord(code, at);
            }
        }

        private int afterWord(String code, int at) {
            if (code.startsWith(GENERAL, at)) {
                return at + GENERAL.length();
            }
            if (code.startsWith("am/pm", at)) {
                time = true;
                return at + "am/pm".length();
            }
            return at + 1;
        }

        private static int after(String code, char end, int from) {
            int found = code.indexOf(end, from);
            return found < 0 ? code.length() : found + 1;
        }

        CellFormat format() {
            boolean date = day || month && !time && !elapsed;
            if (date) {
                return time || elapsed ? DATE_TIME : DATE;
            }
            return elapsed ? ELAPSED : time ? TIME : PLAIN;
        }
    }
}
