package org.throughline.format.json;

import org.throughline.problem.ProblemCode;

/**
 * Why a record cannot be read.
 *
 * @param path of the value, as a column is called; empty for the whole record
 * @param line physical line of the fault itself, from 1
 * @param fact a full sentence without any value
 */
record Fault(ProblemCode code, String path, long line, String fact) {}
