package org.throughline.mapping;

/**
 * The expressions of one file of a mapping: what a record of that file costs at most.
 *
 * @param all all of them
 * @param byLibrary those whose shape is not common, which the CEL library answers: each takes about as long as the rest of a record
 */
public record ExpressionCount(int all, int byLibrary) {

    static final ExpressionCount NONE = new ExpressionCount(0, 0);

    ExpressionCount with(boolean plain) {
        return new ExpressionCount(all + 1, byLibrary + (plain ? 0 : 1));
    }
}
