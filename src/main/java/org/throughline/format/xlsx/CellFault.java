package org.throughline.format.xlsx;

import org.throughline.problem.ProblemCode;

/**
 * Why a cell cannot be read.
 *
 * @param column index of its column, from 0
 * @param fact a full sentence without any value
 */
record CellFault(ProblemCode code, int column, String fact) {}
