/**
 * Expressions in CEL: no side effects, always an end, typed before any record arrives. Entry types
 * {@link org.throughline.mapping.cel.Expression} and {@link org.throughline.mapping.cel.ExpressionScope}. Depends on mapping.value
 * and mapping.yaml; {@link org.throughline.mapping.cel.Cel} is the only class of the hub that knows the CEL library.
 */
package org.throughline.mapping.cel;
