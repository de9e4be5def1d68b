package org.throughline.format.fixedwidth;

/**
 * A sum that a header or trailer gives, over one field of all records of a type.
 *
 * @param field where the sum stands
 * @param of the type
 * @param summed the field that is summed
 */
public record ControlTotal(FixedField field, String of, FixedField summed) {}
