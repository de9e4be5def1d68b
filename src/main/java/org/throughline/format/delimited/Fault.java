package org.throughline.format.delimited;

import org.throughline.problem.ProblemCode;

/**
 * Why a record cannot be read.
 *
 * @param field index of the field, from 0
 * @param line physical line of the fault itself, from 1
 * @param fact a full sentence without any value
 */
record Fault(ProblemCode code, int field, long line, String fact) {

    /** True where nothing can be read after it. */
    boolean endsInput() {
        return code == ProblemCode.QUOTE_NOT_CLOSED;
    }
}
