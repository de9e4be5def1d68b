package org.throughline.mapping.cel;

import java.util.Set;

/** An expression of the common shapes. */
record PlainExpression(Plain code, Set<String> variables, ExpressionType type) implements Expression {

    @Override
    public boolean plain() {
        return true;
    }

    @Override
    public Answer answer(Values values) {
        Object value = code.value(values);
        return value == Plain.NO_ANSWER ? Answer.NONE : Answer.of(value);
    }
}
