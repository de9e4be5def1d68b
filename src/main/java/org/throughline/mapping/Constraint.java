package org.throughline.mapping;

import java.util.function.Predicate;

/**
 * Something that a field's value must fulfil, in the words of Frictionless Table Schema.
 *
 * @param expected in the words of a message, such as {@code a value of at most 40}
 */
record Constraint(String expected, Predicate<Object> holds) {}
