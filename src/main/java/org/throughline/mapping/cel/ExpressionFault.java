package org.throughline.mapping.cel;

/**
 * Something wrong in the text of an expression.
 *
 * @param character where, counted from 0 over the whole text
 */
public record ExpressionFault(int character, String message) {}
