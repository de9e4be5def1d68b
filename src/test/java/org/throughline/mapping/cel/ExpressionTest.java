package org.throughline.mapping.cel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.mapping.value.ValueType;

class ExpressionTest {

    private static final ExpressionScope SCOPE = new ExpressionScope(Map.of(
            "entered", ValueType.DATE,
            "exited", ValueType.DATE,
            "changed", ValueType.DATETIME,
            "n", ValueType.INTEGER,
            "m", ValueType.INTEGER,
            "rate", ValueType.NUMBER,
            "sex", ValueType.STRING,
            "flag", ValueType.BOOLEAN,
            "period.from", ValueType.DATE));

    /** exited, m and flag are missing. */
    private static Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("entered", LocalDate.of(2026, 10, 6));
        values.put("changed", LocalDateTime.of(2026, 10, 6, 7, 8));
        values.put("n", 3L);
        values.put("rate", new BigDecimal("-2.50"));
        values.put("sex", " o'neil ");
        values.put("period.from", LocalDate.of(2026, 10, 1));
        return values;
    }

    private static Expression expression(String text) {
        CompiledExpression compiled = SCOPE.compile(text);
        assertThat(compiled.faults()).isEmpty();
        return compiled.expression().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            nullValues = "null",
            value = {
                "exited == null || entered == null || exited >= entered;BOOLEAN;true",
                "entered >= period.from;BOOLEAN;true",
                "entered < date('2026-10-06');BOOLEAN;false",
                "date(changed) == entered;BOOLEAN;true",
                "m == null;BOOLEAN;true",
                "m == 3;BOOLEAN;false",
                "sex in ['a', 'b'];BOOLEAN;false",
                "flag == true;BOOLEAN;false",
                "m == null ? null : m + 1;INTEGER;null",
                "n == null ? null : n + 1;INTEGER;4",
                "n > 2 ? 'many' : null;TEXT;many",
                "n > 3 ? null : (n > 2 ? null : 'few');TEXT;null",
                "n == 3 ? null : 1.5;NUMBER;null",
                "days(period.from, entered);INTEGER;5",
                "days(entered, period.from);INTEGER;-5",
                "days(entered, exited);INTEGER;null",
                "age(date('2010-10-07'), entered);INTEGER;15",
                "month(entered);INTEGER;10",
                "year(entered);INTEGER;2026",
                "first_of_month(entered) == period.from;BOOLEAN;true",
                "plus_days(period.from, 5) == entered;BOOLEAN;true",
                "quarter_after(entered, 0) == period.from;BOOLEAN;true",
                "text(quarter_after(date('2024-02-29'), 1));TEXT;2024-04-01",
                "text(quarter_after(date('2024-12-31'), 2));TEXT;2025-04-01",
                "text(quarter_after(date('2024-01-01'), -1));TEXT;2023-10-01",
                "text(quarter_after(exited, 2));TEXT;null",
                "abs(rate);NUMBER;2.5",
                "abs(-n);INTEGER;3",
                "ratio(n, 4);NUMBER;0.75",
                "ratio(rate, 0.0);NUMBER;null",
                "ratio(m, n);NUMBER;null",
                "number(n) / 2.0;NUMBER;1.5",
                "coalesce(m, n);INTEGER;3",
                "coalesce(exited, entered) == entered;BOOLEAN;true",
                "joined('a', sex == 'x' ? 'b' : '', n == 3 ? 'c' : null);TEXT;a|c",
                "joined(['', '']);TEXT;null",
                "total(rate, null, 1.0);NUMBER;-1.5",
                "total(m == null ? null : 1.0, null);NUMBER;null",
                "text(n) + '/' + text(entered);TEXT;3/2026-10-06",
                "text(rate);TEXT;-2.5",
                "clean.name(sex);TEXT;O'NEIL",
                "clean.digits(sex);TEXT;null",
                "sex.matches('[a-z \\']+') && sex.contains('neil') && size(sex) == 8;BOOLEAN;true",
            })
    void answers(String text, ExpressionType type, String answer) {
        Expression expression = expression(text);
        Answer given = expression.answer(values()::get);

        assertThat(expression.type()).isEqualTo(type);
        assertThat(given.given()).isTrue();
        assertThat(given.value() == null ? null : given.value().toString()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"m > 3", "exited < entered", "n / (n - 3)", "date('soon')", "!flag", "sex + null"})
    void givesNoAnswerWhereTheValuesAllowNone(String text) {
        CompiledExpression compiled = SCOPE.compile(text);
        if (compiled.expression().isPresent()) {
            assertThat(compiled.expression().get().answer(values()::get).given())
                    .isFalse();
        } else {
            assertThat(text).isEqualTo("sex + null");
        }
    }

    @Test
    void namesTheVariablesItUses() {
        assertThat(expression("exited != null && days(period.from, entered) > 3")
                        .variables())
                .containsExactlyInAnyOrder("exited", "entered", "period.from");
    }

    @Test
    void tellsWhereAnExpressionOfSeveralLinesIsWrong() {
        assertThat(SCOPE.compile("n > 3 &&\n  entred == null").faults())
                .containsExactly(new ExpressionFault(
                        11, "`entred` is neither a field of this file nor a fact. Did you mean `entered`?"));
    }

    @Test
    void answersManyThreadsAtOnce() {
        Expression expression = expression("days(period.from, entered) + n");
        AtomicInteger right = new AtomicInteger();
        IntStream.range(0, 2000).parallel().forEach(i -> {
            Map<String, Object> values = values();
            values.put("n", (long) i);
            if (expression.answer(values::get).value().equals(5L + i)) {
                right.incrementAndGet();
            }
        });
        assertThat(right).hasValue(2000);
    }

    @Test
    void refusesWordsOfCelAsNames() {
        assertThat(ExpressionScope.canName("entered_on2")).isTrue();
        assertThat(ExpressionScope.canName("in")).isFalse();
        assertThat(ExpressionScope.canName("true")).isFalse();
        assertThat(ExpressionScope.canName("a-b")).isFalse();
        assertThat(ExpressionScope.canName("2nd")).isFalse();
    }
}
