package org.throughline.mapping.cel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.mapping.value.ValueType;

/** Plain comparisons answer as the library does, on random expressions over random values. */
class PlainTest {

    private static final Map<String, ValueType> NAMES = Map.of(
            "a", ValueType.INTEGER,
            "b", ValueType.INTEGER,
            "s", ValueType.STRING,
            "t", ValueType.STRING,
            "d", ValueType.DATE,
            "e", ValueType.DATE,
            "x", ValueType.NUMBER,
            "y", ValueType.NUMBER,
            "p", ValueType.BOOLEAN,
            "period.from", ValueType.DATE);
    private static final List<List<String>> KINDS = List.of(
            List.of(
                    "a",
                    "b",
                    "3",
                    "days(d, e)",
                    "year(d)",
                    "(a + b)",
                    "(a * b)",
                    "(a - 3)",
                    "coalesce(a, b)",
                    "abs(a)"),
            List.of(
                    "s",
                    "t",
                    "'m'",
                    "(s + t)",
                    "coalesce(s, t)",
                    "joined([s, t, p == true ? 'x' : ''])",
                    "clean.upper(s)",
                    "text(a)",
                    "text(d)"),
            List.of("d", "e", "period.from", "plus_days(d, a)", "quarter_after(e, 2)", "date(t)", "first_of_month(d)"),
            List.of("x", "y", "0.0", "ratio(x, y)", "total([x, y])", "number(a)", "abs(x)"));
    private static final List<String> OF_TEXTS = List.of(
            "s in ['l', 'm']",
            "s.matches('^[lm]$')",
            "(s + t).matches('n|2026')",
            "t.contains('m')",
            "t.startsWith('l')",
            "s.endsWith('n')");
    private static final List<String> SIGNS = List.of("==", "!=", "<", "<=", ">", ">=");
    private static final ExpressionScope SCOPE = new ExpressionScope(NAMES);

    /** An item of a list has no shortcut, so that the library answers. */
    private static String byLibrary(String text) {
        return "[" + text + "][0]";
    }

    private static <T> T any(Random random, List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private static String comparison(Random random) {
        List<String> kind = any(random, KINDS);
        String left = any(random, kind);
        if (random.nextInt(3) == 0) {
            return kind.get(random.nextInt(2)) + any(random, List.of(" == ", " != ")) + "null";
        }
        return left + " " + any(random, SIGNS) + " " + any(random, kind);
    }

    private static String question(Random random, int depth) {
        if (depth == 0) {
            return random.nextInt(8) == 0 ? "p" : random.nextInt(5) == 0 ? any(random, OF_TEXTS) : comparison(random);
        }
        String left = question(random, depth - 1);
        String right = question(random, depth - 1);
        return switch (random.nextInt(4)) {
            case 0 -> "!(" + left + ")";
            case 1 -> "(" + left + " || " + right + ")";
            case 2 -> "(" + left + " && " + right + ")";
            default -> "(" + left + " ? " + right + " : " + comparison(random) + ")";
        };
    }

    private static Map<String, Object> values(Random random) {
        Map<String, Object> values = new HashMap<>();
        NAMES.forEach((name, type) -> {
            Object value = switch (type) {
                case INTEGER -> random.nextInt(9) == 0 ? Long.MAX_VALUE : (long) random.nextInt(5);
                case STRING -> any(random, List.of("", "l", "m", "n", "2026-01-02"));
                case DATE -> LocalDate.of(2026, 1, 1 + random.nextInt(3));
                case NUMBER -> any(random, List.of(BigDecimal.ZERO, new BigDecimal("-1.50"), BigDecimal.ONE));
                default -> random.nextBoolean();
            };
            if (random.nextInt(3) > 0) {
                values.put(name, value);
            }
        });
        return values;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void answersAsTheLibraryDoes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            String text = question(random, random.nextInt(4));
            Expression plain = SCOPE.compile(text).expression().orElseThrow();
            Expression library = SCOPE.compile(byLibrary(text)).expression().orElseThrow();
            assertThat(plain).as(text).isInstanceOf(PlainExpression.class);
            assertThat(library).isNotInstanceOf(PlainExpression.class);
            for (int j = 0; j < 20; j++) {
                Map<String, Object> values = values(random);
                Answer expected = library.answer(values::get);
                Answer found = plain.answer(values::get);
                assertThat(List.of(found.given(), String.valueOf(found.value())))
                        .as("%s with %s", text, values)
                        .isEqualTo(List.of(expected.given(), String.valueOf(expected.value())));
            }
        }
    }

    @Test
    void leavesEverythingElseToTheLibrary() {
        for (String text : List.of("a % b > 3", "s.contains(t)", "a < x", "x + y > 3.0", "s in [t]", "size(s) > 2")) {
            assertThat(SCOPE.compile(text).expression().orElseThrow()).isNotInstanceOf(PlainExpression.class);
        }
        for (String text : List.of(
                "d == null || e == null || e >= d",
                "s == 'm' ? 'x' : null",
                "period.from",
                "a + b > 3",
                "days(d, e) > 3",
                "joined([s, t])",
                "joined(s, t)",
                "s in ['a']")) {
            assertThat(SCOPE.compile(text).expression().orElseThrow()).isInstanceOf(PlainExpression.class);
        }
    }
}
