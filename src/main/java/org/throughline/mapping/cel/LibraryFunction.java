package org.throughline.mapping.cel;

import java.util.List;

/**
 * A function that the hub adds to CEL. Null arguments give a null answer unless the function takes them.
 *
 * @param name as written in expressions
 * @param arguments their types
 * @param result type of the answer
 * @param takesNull true where the function itself decides about null arguments
 * @param body from the arguments, as an {@link Answer} carries them or with days for times, to the answer; an IllegalArgumentException is no answer
 */
record LibraryFunction(
        String name, List<ExpressionType> arguments, ExpressionType result, boolean takesNull, Body body) {

    /** What the function does. */
    @FunctionalInterface
    interface Body {
        Object apply(Object[] arguments);
    }

    /** A name of its own for this combination of arguments. */
    String overload() {
        StringBuilder text = new StringBuilder(name.replace('.', '_'));
        arguments.forEach(type -> text.append('_').append(type.name().toLowerCase(java.util.Locale.ROOT)));
        return text.toString();
    }

    Object apply(Object[] values) {
        if (!takesNull) {
            for (Object value : values) {
                if (value == null) {
                    return null;
                }
            }
        }
        return body.apply(values);
    }
}
