package org.throughline.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.throughline.canonical.FieldType;
import org.throughline.mapping.cel.Answer;
import org.throughline.mapping.cel.ExpressionType;
import org.throughline.mapping.value.ValueType;
import org.throughline.problem.Level;
import org.throughline.problem.ProblemCode;

/** The ways from a source value, a constant or an expression's answer to a canonical field of each type. */
final class Moves {

    private static final int DECIMALS = 2;

    private Moves() {}

    /** Moves a field or fact as it is; empty where the types do not fit. */
    static Optional<Slot> move(FieldType type, Named named, ZoneId zone) {
        ValueType from = named.type();
        boolean fits = switch (type) {
            case TEXT -> from == ValueType.STRING;
            case INTEGER -> from == ValueType.INTEGER;
            case DECIMAL -> from == ValueType.NUMBER || from == ValueType.INTEGER;
            case DATE -> from == ValueType.DATE || from == ValueType.YEARMONTH;
            case BOOLEAN -> from == ValueType.BOOLEAN;
            case INSTANT -> from == ValueType.DATETIME;
        };
        if (!fits) {
            return Optional.empty();
        }
        return Optional.of(
                switch (type) {
                    case TEXT -> row -> filled((String) named.value(row));
                    case DECIMAL -> row -> amount(row, named);
                    case INSTANT -> row -> instant((LocalDateTime) named.value(row), zone);
                    default -> named::value;
                });
    }

    /** The value of a constant; empty where its text is not of the type. */
    static Optional<Object> constant(FieldType type, String text) {
        try {
            return switch (type) {
                case TEXT -> Optional.ofNullable(filled(text));
                case INTEGER -> Optional.of(Long.valueOf(text));
                case DECIMAL -> Optional.of(new BigDecimal(text).setScale(DECIMALS, RoundingMode.UNNECESSARY));
                case DATE -> Optional.of(LocalDate.parse(text));
                case BOOLEAN ->
                    text.equals("true") || text.equals("false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
                case INSTANT -> Optional.empty();
            };
        } catch (ArithmeticException | NumberFormatException | DateTimeException notOfTheType) {
            return Optional.empty();
        }
    }

    /** Takes an expression's answer; empty where the types do not fit. */
    static Optional<Slot> expression(FieldType type, Formula formula) {
        ExpressionType from = formula.expression().type();
        boolean fits = switch (type) {
            case TEXT -> from == ExpressionType.TEXT;
            case INTEGER -> from == ExpressionType.INTEGER;
            case DECIMAL -> from == ExpressionType.NUMBER || from == ExpressionType.INTEGER;
            case DATE -> from == ExpressionType.TIME;
            case BOOLEAN -> from == ExpressionType.BOOLEAN;
            case INSTANT -> false;
        };
        return fits ? Optional.of(row -> answered(type, formula, row)) : Optional.empty();
    }

    private static Object answered(FieldType type, Formula formula, Row row) {
        if (formula.undecided(row)) {
            return null;
        }
        Answer answer = formula.answer(row);
        if (answer.value() == null) {
            return null;
        }
        return switch (type) {
            case TEXT -> filled((String) answer.value());
            case DECIMAL -> rounded(new BigDecimal(answer.value().toString()));
            case DATE -> ((LocalDateTime) answer.value()).toLocalDate();
            default -> answer.value();
        };
    }

    private static Object instant(LocalDateTime time, ZoneId zone) {
        return time == null ? null : time.atZone(zone).toInstant();
    }

    private static Object amount(Row row, Named named) {
        Object value = named.value(row);
        if (value == null) {
            return null;
        }
        if (value instanceof Long whole) {
            return BigDecimal.valueOf(whole).setScale(DECIMALS);
        }
        BigDecimal number = (BigDecimal) value;
        if (number.stripTrailingZeros().scale() > DECIMALS) {
            named.field()
                    .ifPresent(field -> row.reportCell(
                            ProblemCode.FIELD_CONSTRAINT,
                            Level.WARN,
                            field,
                            "; the hub keeps two decimals and rounds the rest."));
        }
        return rounded(number);
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static String filled(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
