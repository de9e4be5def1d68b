package org.throughline.trial;

/**
 * A code that a code set of the mapping does not know.
 *
 * @param codeSet the mapping's name for the code set
 * @param other what becomes of it: hold_row, warn or note
 * @param code the code, or its shape where the viewer may not see it
 * @param shape true where it is the shape
 */
public record UnmappedCode(
        String member, String column, String codeSet, String other, String code, boolean shape, long count) {}
