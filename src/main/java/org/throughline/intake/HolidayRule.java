package org.throughline.intake;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** On which day of a year a holiday falls. Written as in a calendar's file: {@code third MON of JAN}. */
public sealed interface HolidayRule {
    /** The forms in which a rule is written. */
    String FORMS = "a day such as 'DEC 25', 'DEC 25 or nearest weekday', 'DEC 25 or next weekday', 'third MON of JAN',"
            + " 'last MON of MAY', 'easter - 2' or 2026-11-27";

    /** The day in this year, where it falls into it. */
    Optional<LocalDate> in(int year);

    /** The rule as it is written in a calendar's file. */
    String text();

    /** The rule that is written so; refused with an IllegalArgumentException. */
    static HolidayRule parse(String text) {
        return Stream.of(Once.read(text), Fixed.read(text), Nth.read(text), Easter.read(text))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("This is no rule for a holiday."));
    }

    /** One day, once. */
    record Once(LocalDate day) implements HolidayRule {
        private static Optional<HolidayRule> read(String text) {
            return text.matches("\\d{4}-\\d\\d-\\d\\d")
                    ? Optional.of(new Once(LocalDate.parse(text)))
                    : Optional.empty();
        }

        @Override
        public Optional<LocalDate> in(int year) {
            return day.getYear() == year ? Optional.of(day) : Optional.empty();
        }

        @Override
        public String text() {
            return day.toString();
        }
    }

    /**
     * The same day every year.
     *
     * @param moved "nearest" or "next" where one on a weekend is kept on a weekday; empty where it is not
     */
    record Fixed(MonthDay day, String moved) implements HolidayRule {
        private static final Pattern FORM = Pattern.compile("([A-Z]{3}) (\\d{1,2})(?: or (nearest|next) weekday)?");

        private static Optional<HolidayRule> read(String text) {
            Matcher form = FORM.matcher(text);
            return form.matches()
                    ? Optional.of(new Fixed(
                            MonthDay.of(Words.month(form.group(1)), Integer.parseInt(form.group(2))),
                            Optional.ofNullable(form.group(3)).orElse("")))
                    : Optional.empty();
        }

        @Override
        public Optional<LocalDate> in(int year) {
            return day.isValidYear(year) ? Optional.of(kept(day.atYear(year))) : Optional.empty();
        }

        private LocalDate kept(LocalDate on) {
            if (moved.isEmpty() || on.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                return on;
            }
            boolean back = moved.equals("nearest") && on.getDayOfWeek() == DayOfWeek.SATURDAY;
            return back ? on.minusDays(1) : on.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        }

        @Override
        public String text() {
            return Words.of(day.getMonth()) + " " + day.getDayOfMonth()
                    + (moved.isEmpty() ? "" : " or " + moved + " weekday");
        }
    }

    /**
     * The nth such day of the week in a month.
     *
     * @param nth 1 to 4, or -1 for the last
     */
    record Nth(int nth, DayOfWeek day, Month month) implements HolidayRule {
        private static final List<String> ORDER = List.of("first", "second", "third", "fourth", "last");
        private static final Pattern FORM =
                Pattern.compile("(first|second|third|fourth|last) ([A-Z]{3}) of ([A-Z]{3})");

        private static Optional<HolidayRule> read(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                return Optional.empty();
            }
            int place = ORDER.indexOf(form.group(1)) + 1;
            return Optional.of(
                    new Nth(place == ORDER.size() ? -1 : place, Words.day(form.group(2)), Words.month(form.group(3))));
        }

        @Override
        public Optional<LocalDate> in(int year) {
            return Optional.of(LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, day)));
        }

        @Override
        public String text() {
            String order = nth < 0 ? "last" : ORDER.get(nth - 1);
            return order + " " + Words.of(day) + " of " + Words.of(month);
        }
    }

    /**
     * So many days from Easter Sunday of the Gregorian calendar.
     *
     * @param days below 0 for days before it
     */
    record Easter(int days) implements HolidayRule {
        private static final Pattern FORM = Pattern.compile("easter(?: ([+-]) (\\d{1,2}))?");

        private static Optional<HolidayRule> read(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                return Optional.empty();
            }
            String days = form.group(1) == null ? "0" : form.group(1) + form.group(2);
            return Optional.of(new Easter(Integer.parseInt(days)));
        }

        /** By the rule of Gauss, with the two exceptions that it has. */
        @Override
        public Optional<LocalDate> in(int year) {
            int century = year / 100;
            int golden = year % 19;
            int moon = (19 * golden + century - century / 4 - (8 * century + 13) / 25 + 15) % 30;
            int full = moon - moon / 28 * (1 - 29 / (moon + 1) * ((21 - golden) / 11));
            int weekday = (year + year / 4 + full + 2 - century + century / 4) % 7;
            return Optional.of(LocalDate.of(year, Month.MARCH, 28).plusDays((long) full - weekday + days));
        }

        @Override
        public String text() {
            if (days == 0) {
                return "easter";
            }
            return days < 0 ? "easter - " + -days : "easter + " + days;
        }
    }

    /** Months and days of the week by three letters. */
    final class Words {
        private static final int LETTERS = 3;

        private Words() {}

        static Month month(String word) {
            return named(Month.values(), word);
        }

        static DayOfWeek day(String word) {
            return named(DayOfWeek.values(), word);
        }

        static String of(Enum<?> named) {
            return named.name().substring(0, LETTERS).toUpperCase(Locale.ROOT);
        }

        private static <T extends Enum<T>> T named(T[] all, String word) {
            return Arrays.stream(all)
                    .filter(one -> of(one).equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("This is no month or day of the week."));
        }
    }
}
