package org.throughline.mapping.cel;

import static org.throughline.mapping.cel.ExpressionType.INTEGER;
import static org.throughline.mapping.cel.ExpressionType.NUMBER;
import static org.throughline.mapping.cel.ExpressionType.TEXT;
import static org.throughline.mapping.cel.ExpressionType.TIME;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.mapping.value.Clean;
import org.throughline.mapping.value.Written;

/** The functions that mappings can use in expressions beside those of CEL itself. */
final class Library {

    /** Gives its argument back; its answer may be null where the argument's type says that it is not. */
    static final String NULLABLE = "nullable";

    /** Functions of one list, which may also be given its items one by one. */
    static final Set<String> OF_LISTS = Set.of("joined", "total");

    private Library() {}

    static List<LibraryFunction> functions() {
        List<LibraryFunction> all = new ArrayList<>(days());
        all.addAll(numbers());
        all.addAll(texts());
        for (ExpressionType type : List.of(TEXT, INTEGER, NUMBER, TIME, ExpressionType.BOOLEAN)) {
            all.add(new LibraryFunction(
                    "coalesce", List.of(type, type), type, true, args -> args[0] == null ? args[1] : args[0]));
            all.add(new LibraryFunction(NULLABLE, List.of(type), type, true, args -> args[0]));
        }
        for (Clean clean : Clean.values()) {
            all.add(function("clean." + clean.word(), TEXT, args -> emptyAsNull(clean.apply((String) args[0])), TEXT));
        }
        return all;
    }

    private static List<LibraryFunction> days() {
        return List.of(
                function("days", INTEGER, args -> ChronoUnit.DAYS.between(day(args[0]), day(args[1])), TIME, TIME),
                function("age", INTEGER, args -> ChronoUnit.YEARS.between(day(args[0]), day(args[1])), TIME, TIME),
                function("year", INTEGER, args -> (long) day(args[0]).getYear(), TIME),
                function("month", INTEGER, args -> (long) day(args[0]).getMonthValue(), TIME),
                function(
                        "first_of_month",
                        TIME,
                        args -> day(args[0]).withDayOfMonth(1).atStartOfDay(),
                        TIME),
                function(
                        "plus_days",
                        TIME,
                        args -> day(args[0]).plusDays((Long) args[1]).atStartOfDay(),
                        TIME,
                        INTEGER),
                function("quarter_after", TIME, args -> quarterAfter(day(args[0]), (Long) args[1]), TIME, INTEGER),
                function("date", TIME, args -> day(args[0]).atStartOfDay(), TIME),
                function("date", TIME, args -> isoDay((String) args[0]), TEXT));
    }

    private static List<LibraryFunction> numbers() {
        return List.of(
                function("abs", INTEGER, args -> Math.abs((Long) args[0]), INTEGER),
                function("abs", NUMBER, args -> Math.abs((Double) args[0]), NUMBER),
                function("number", NUMBER, args -> ((Long) args[0]).doubleValue(), INTEGER),
                function("number", NUMBER, args -> args[0], NUMBER),
                function("total", NUMBER, args -> total((List<?>) args[0]), ExpressionType.NUMBERS),
                function("ratio", NUMBER, Library::ratio, INTEGER, INTEGER),
                function("ratio", NUMBER, Library::ratio, NUMBER, NUMBER));
    }

    private static List<LibraryFunction> texts() {
        return List.of(
                function("joined", TEXT, args -> joined((List<?>) args[0]), ExpressionType.TEXTS),
                function("text", TEXT, args -> args[0], TEXT),
                function("text", TEXT, args -> Written.text(args[0]), INTEGER),
                function("text", TEXT, args -> Written.text(new BigDecimal(args[0].toString())), NUMBER),
                function("text", TEXT, args -> Written.text(day(args[0])), TIME));
    }

    private static LibraryFunction function(
            String name, ExpressionType result, LibraryFunction.Body body, ExpressionType... arguments) {
        return new LibraryFunction(name, List.of(arguments), result, false, body);
    }

    private static LocalDate day(Object time) {
        return time instanceof LocalDate day ? day : ((LocalDateTime) time).toLocalDate();
    }

    /** The first day of the quarter that comes {@code n} quarters after the one of the day. */
    private static Object quarterAfter(LocalDate day, long n) {
        return day.with(IsoFields.DAY_OF_QUARTER, 1)
                .plus(n, IsoFields.QUARTER_YEARS)
                .atStartOfDay();
    }

    private static Object isoDay(String text) {
        try {
            return LocalDate.parse(text).atStartOfDay();
        } catch (DateTimeException notADay) {
            throw new IllegalArgumentException("The text is not a day written as yyyy-MM-dd.", notADay);
        }
    }

    /** The texts that are not empty, in order, with a bar between them. */
    private static Object joined(List<?> texts) {
        String joined = texts.stream()
                .filter(Objects::nonNull)
                .map(Written::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("|"));
        return emptyAsNull(joined);
    }

    /** The sum of the numbers that are known; null where none is. */
    private static Object total(List<?> numbers) {
        List<BigDecimal> known = numbers.stream()
                .filter(Number.class::isInstance)
                .map(number -> new BigDecimal(number.toString()))
                .toList();
        return known.isEmpty()
                ? null
                : known.stream().reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
    }

    private static Object ratio(Object[] args) {
        double denominator = ((Number) args[1]).doubleValue();
        return denominator == 0.0 ? null : ((Number) args[0]).doubleValue() / denominator;
    }

    private static String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
