package org.throughline.format;

import org.throughline.problem.Problem;

/** From here on nothing can be read: an open quote, a damaged archive. Always the last reading. */
public record BrokenInput(Problem problem) implements Reading {}
