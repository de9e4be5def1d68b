package org.throughline.format.fixedwidth;

import org.throughline.problem.ProblemCode;

/**
 * What is wrong with the text of a line.
 *
 * @param character where, from 1
 * @param fact a full sentence without any value
 */
record LineFault(ProblemCode code, long character, String fact) {}
