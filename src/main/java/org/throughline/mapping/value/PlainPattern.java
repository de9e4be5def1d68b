package org.throughline.mapping.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A date pattern of digits and signs alone, such as {@code M/d/yyyy H:mm}, read without java.time's parser and with its
 * answers. Nearly every date of a file is written by one.
 */
public final class PlainPattern {

    private static final String LETTERS = "yMdHms";
    private static final char QUOTE = '\'';
    private static final String NOT_PLAIN = "[]{}#";
    private static final int MOST_DIGITS = 19;
    private static final int YEAR = 0;
    private static final int MONTH = 1;
    private static final int DAY = 2;
    private static final int HOUR = 3;
    private static final int MINUTE = 4;
    private static final int SECOND = 5;
    private static final int SEEN = 256;
    private static final int PART_BITS = 7;
    private static final int YEAR_BITS = SECOND * PART_BITS;

    /** More than any part but the year may be. */
    private static final int MOST = (1 << PART_BITS) - 1;

    /** More than any year that a pattern may tell. */
    private static final int TOO_LATE = 100_000;

    /** A day alone, or with the hour, the minute and the second, none left out. */
    private static final Set<Integer> TOLD = Set.of(0b111, 0b1111, 0b11111, 0b111111);

    /**
     * One step.
     *
     * @param part what the digits tell, from year to second; -1 for a sign
     * @param width how many digits; 0 for as many as there are
     * @param sign the sign, where it is one
     */
    private record Step(int part, int width, char sign) {}

    /** A day that was read; the days of a file are few, and stand in it again and again. */
    private record Seen(String text, LocalDate day) {}

    private final Step[] steps;

    /** By a part of the text's hash. Several threads may write here at once; each entry is whole by itself. */
    private final Seen[] seen = new Seen[SEEN];

    private PlainPattern(List<Step> steps) {
        this.steps = steps.toArray(Step[]::new);
    }

    /** The pattern of these letters; empty where it holds names of months, zones or options, or tells no day. */
    static Optional<PlainPattern> of(String text) {
        List<Step> steps = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = endOfRun(text, at);
            Optional<List<Step>> next = text.charAt(at) == QUOTE
                    ? quoted(text.substring(at + 1, Math.max(at + 1, end - 1)))
                    : steps(text.charAt(at), end - at);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            steps.addAll(next.get());
            at = end;
        }
        return tells(steps) ? Optional.of(new PlainPattern(steps)) : Optional.empty();
    }

    /** Where the run of one letter ends, or the quoted text. */
    private static int endOfRun(String text, int from) {
        if (text.charAt(from) == QUOTE) {
            int close = text.indexOf(QUOTE, from + 1);
            return close < 0 ? text.length() : close + 1;
        }
        int end = from + 1;
        while (end < text.length() && text.charAt(end) == text.charAt(from)) {
            end++;
        }
        return end;
    }

    /** The letters of a quoted text as signs; empty where there is none, since two quotes stand for one. */
    private static Optional<List<Step>> quoted(String text) {
        List<Step> steps = new ArrayList<>();
        text.chars().filter(letter -> letter < 128).forEach(letter -> steps.add(new Step(-1, 0, (char) letter)));
        return steps.isEmpty() || steps.size() < text.length() ? Optional.empty() : Optional.of(steps);
    }

    private static Optional<List<Step>> steps(char letter, int count) {
        int part = LETTERS.indexOf(letter == 'u' ? 'y' : letter);
        if (part < 0) {
            boolean sign = letter < 128 && !Character.isLetter(letter) && NOT_PLAIN.indexOf(letter) < 0;
            return sign ? Optional.of(Collections.nCopies(count, new Step(-1, 0, letter))) : Optional.empty();
        }
        boolean known = part == YEAR ? count == 2 || count == 4 : count <= 2;
        return known ? Optional.of(List.of(new Step(part, count == 1 ? 0 : count, ' '))) : Optional.empty();
    }

    /** True where each part stands once, a day is told, and no digits run into others whose number is open. */
    private static boolean tells(List<Step> steps) {
        int seen = 0;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.part() < 0) {
                continue;
            }
            boolean open = step.width() == 0 && (part(steps, i - 1) >= 0 || part(steps, i + 1) >= 0);
            if (open || (seen & 1 << step.part()) != 0) {
                return false;
            }
            seen |= 1 << step.part();
        }
        return TOLD.contains(seen);
    }

    private static int part(List<Step> steps, int i) {
        return i < 0 || i >= steps.size() ? -1 : steps.get(i).part();
    }

    /** The day, or null where the text is not of the pattern. */
    LocalDate day(String text) {
        int place = text.hashCode() & SEEN - 1;
        Seen known = seen[place];
        if (known != null && known.text().equals(text)) {
            return known.day();
        }
        long parts = parts(text);
        LocalDate day = parts < 0 ? null : day(parts);
        if (day != null) {
            seen[place] = new Seen(text, day);
        }
        return day;
    }

    /** The day and time, from midnight where the pattern tells no time; null where the text is not of the pattern. */
    LocalDateTime time(String text) {
        long parts = parts(text);
        LocalDate day = parts < 0 ? null : day(parts);
        return day == null ? null : day.atTime(part(parts, HOUR), part(parts, MINUTE), part(parts, SECOND));
    }

    private static LocalDate day(long parts) {
        try {
            return LocalDate.of(part(parts, YEAR), part(parts, MONTH), part(parts, DAY));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static int part(long parts, int part) {
        return part == YEAR ? (int) (parts >> YEAR_BITS) : (int) (parts >> (part - 1) * PART_BITS) & MOST;
    }

    /** All parts side by side, the year uppermost, and what is not told is 0; -1 where the text is not of the pattern. */
    private long parts(String text) {
        long parts = 0;
        int at = 0;
        for (Step step : steps) {
            int end = end(step, text, at);
            if (end < 0) {
                return -1;
            }
            if (step.part() == YEAR) {
                parts |= (long) year(step, text, at, end) << YEAR_BITS;
            } else if (step.part() > YEAR) {
                parts |= (long) number(text, at, end, MOST) << (step.part() - 1) * PART_BITS;
            }
            at = end;
        }
        boolean whole =
                at == text.length() && part(parts, HOUR) < 24 && part(parts, MINUTE) < 60 && part(parts, SECOND) < 60;
        return whole ? parts : -1;
    }

    /** Where the step ends in the text; -1 where the text does not go on so. */
    private static int end(Step step, String text, int from) {
        if (step.part() < 0) {
            return from < text.length() && same(text.charAt(from), step.sign()) ? from + 1 : -1;
        }
        int most = Math.min(text.length(), from + (step.width() == 0 ? MOST_DIGITS : step.width()));
        int at = from;
        while (at < most && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at == from || step.width() > 0 && at - from < step.width() ? -1 : at;
    }

    private static boolean same(char letter, char sign) {
        return letter == sign || Character.toLowerCase(letter) == Character.toLowerCase(sign);
    }

    private static int year(Step step, String text, int from, int end) {
        int year = number(text, from, end, TOO_LATE);
        return step.width() == 2 ? 2000 + year : year;
    }

    /** The number that the digits write, at most this one. */
    private static int number(String text, int from, int end, int most) {
        int number = 0;
        for (int at = from; at < end; at++) {
            number = Math.min(number * 10 + text.charAt(at) - '0', most);
        }
        return number;
    }
}
