package org.throughline.mapping.cel;

import java.util.Set;
import java.util.function.Function;

/** An expression of common comparisons. */
record PlainExpression(Plain plain, Set<String> variables, ExpressionType type) implements Expression {

    @Override
    public Answer answer(Function<String, Object> values) {
        Object value = plain.value(values);
        return value == Plain.NO_ANSWER ? Answer.NONE : Answer.of(value);
    }
}
