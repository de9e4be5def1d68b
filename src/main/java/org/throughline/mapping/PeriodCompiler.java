package org.throughline.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.mapping.value.ValueType;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Nearest;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;
import org.throughline.mapping.yaml.Tree;

/** Compiles {@code receive.period}: which days a file covers. */
final class PeriodCompiler {

    private static final String PARTS = "from and covers, to and covers, or from and to";

    private static final Set<ValueType> DAYS = Set.of(ValueType.DATE, ValueType.YEARMONTH, ValueType.STRING);

    private final Names names;
    private final Findings findings;
    private final Set<String> captures;

    PeriodCompiler(Names names, Set<String> captures) {
        this.names = names;
        this.findings = names.findings();
        this.captures = captures;
    }

    PeriodRule rule(Section receive) {
        Optional<Tree> tree = receive.tree("period");
        if (tree.isEmpty()) {
            return facts -> Optional.empty();
        }
        Section period = Section.of(tree.get(), "`period`", Set.of("from", "to", "covers"), findings);
        Optional<DayFact> from = period.text("from").flatMap(this::day);
        Optional<DayFact> to = period.text("to").flatMap(this::day);
        Optional<java.time.Period> covers = period.text("covers").flatMap(this::covers);
        long given = java.util.stream.Stream.of("from", "to", "covers")
                .filter(period::has)
                .count();
        if (given != 2) {
            findings.report(tree.get().mark(), "`period` needs " + PARTS + ".");
        }
        if (from.isPresent() && to.isPresent()) {
            return facts ->
                    Optional.of(new Period(from.get().day(facts), to.get().day(facts)));
        }
        if (from.isPresent() && covers.isPresent()) {
            return facts -> {
                LocalDate first = from.get().day(facts);
                return Optional.of(new Period(first, first.plus(covers.get()).minusDays(1)));
            };
        }
        if (to.isPresent() && covers.isPresent()) {
            return facts -> {
                LocalDate end = to.get().day(facts);
                return Optional.of(new Period(end.minus(covers.get()), end.minusDays(1)));
            };
        }
        return facts -> Optional.empty();
    }

    private Optional<java.time.Period> covers(Text text) {
        try {
            java.time.Period covers = java.time.Period.parse(text.text());
            if (!covers.isZero() && !covers.isNegative()) {
                return Optional.of(covers);
            }
        } catch (DateTimeParseException notAPeriod) {
            findings.report(
                    text.mark(), "`covers` is `" + text.text() + "`, but must be a span such as P7D, P1D or P1M.");
            return Optional.empty();
        }
        findings.report(text.mark(), "`covers` must be at least one day.");
        return Optional.empty();
    }

    private Optional<DayFact> day(Text text) {
        String name = text.text();
        if (captures.contains(name)) {
            return Optional.of(new DayFact("file." + name, name));
        }
        Optional<ValueType> type = names.factType(name);
        if (type.isEmpty() || name.startsWith("period.")) {
            Set<String> known = names.factNames().stream()
                    .filter(fact -> !fact.startsWith("period."))
                    .map(fact -> fact.startsWith("file.") ? fact.substring("file.".length()) : fact)
                    .collect(Collectors.toSet());
            findings.report(
                    text.mark(),
                    "`" + name + "` is neither a capture of the file's name nor a fact." + Nearest.hint(name, known));
            return Optional.empty();
        }
        if (!DAYS.contains(type.get())) {
            findings.report(
                    text.mark(), "`" + name + "` is " + type.get().described() + ", but the period needs a date.");
        }
        names.use(name);
        return Optional.of(new DayFact(name, name));
    }

    /** A fact that tells a day: a date, or text written as yyyyMMdd, yyyy-MM-dd or yyyy-MM. */
    private record DayFact(String fact, String called) {

        LocalDate day(Facts facts) {
            Object value = facts.value(fact)
                    .orElseThrow(() ->
                            new IllegalArgumentException("The period cannot be told: `" + called + "` has no value."));
            return value instanceof LocalDate day ? day : parsed(value.toString());
        }

        private LocalDate parsed(String text) {
            String digits = text.replace("-", "");
            try {
                if (text.matches("\\d{8}|\\d{4}-\\d{2}-\\d{2}")) {
                    return LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8));
                }
                if (text.matches("\\d{4}-\\d{2}")) {
                    return LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), 1);
                }
            } catch (DateTimeException notADay) {
                throw unreadable(notADay);
            }
            throw unreadable(null);
        }

        private IllegalArgumentException unreadable(Throwable cause) {
            return new IllegalArgumentException(
                    "The period cannot be told: `" + called
                            + "` is not a day written as yyyyMMdd, yyyy-MM-dd or yyyy-MM.",
                    cause);
        }

        private static int number(String digits, int from, int to) {
            return Integer.parseInt(digits.substring(from, to));
        }
    }
}
