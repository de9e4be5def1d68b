/**
 * The typed values of a source record: how a cell becomes text, number, day or yes-or-no, how text is cleaned, and how a value is
 * written. Entry type {@link org.throughline.mapping.value.ValueType}. Depends on nothing else of the hub. A missing value is null
 * inside the mapping language and never leaves it.
 */
package org.throughline.mapping.value;
