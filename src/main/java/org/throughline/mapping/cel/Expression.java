package org.throughline.mapping.cel;

import java.util.Set;

/** A compiled expression. Safe for use by several threads. */
public interface Expression {

    /** The fields and facts it uses, by name. */
    Set<String> variables();

    /** The type of its answers; every answer can also be null. */
    ExpressionType type();

    /** True where it is of a common shape and asks no library. */
    boolean plain();

    /** The answer for these values by name; null stands for a value that is missing. */
    Answer answer(Values values);
}
