package org.throughline.mapping;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.throughline.mapping.value.ValueType;

/**
 * A figure over the records of a group.
 *
 * @param field whose values are taken together; empty for a count of records
 * @param when which records count; all, where it is empty
 */
record GroupFigure(String name, Kind kind, Optional<SourceField> field, Optional<Formula> when) {

    /** How values are taken together. */
    enum Kind {
        COUNT,
        SUM,
        MIN,
        MAX;

        /** The words in a mapping. */
        static final Set<String> WORDS = Set.of("count", "sum", "min", "max");

        BigDecimal together(BigDecimal one, BigDecimal other) {
            return switch (this) {
                case COUNT, SUM -> one.add(other);
                case MIN -> one.min(other);
                case MAX -> one.max(other);
            };
        }
    }

    /** The type of the figure in expressions. */
    ValueType type() {
        return kind == Kind.COUNT ? ValueType.INTEGER : ValueType.NUMBER;
    }

    /** True where a cell that the figure needs could not be read. */
    boolean undecided(Row row) {
        return field.map(source -> row.unreadable(source, false)).orElse(false)
                || when.map(formula -> formula.undecided(row)).orElse(false);
    }

    /** What the record adds to the figure; null for nothing. */
    BigDecimal of(Row row) {
        if (when.isPresent() && !when.get().expression().answer(row).yes()) {
            return null;
        }
        return field.isEmpty() ? BigDecimal.ONE : number(row.value(field.get()));
    }

    private static BigDecimal number(Object value) {
        return value == null || value instanceof BigDecimal
                ? (BigDecimal) value
                : BigDecimal.valueOf(((Number) value).longValue());
    }

    /** The figure as expressions see it; null where no record told one. */
    Object seen(BigDecimal figure) {
        if (kind == Kind.COUNT) {
            return figure == null ? 0L : figure.longValueExact();
        }
        return figure;
    }
}
