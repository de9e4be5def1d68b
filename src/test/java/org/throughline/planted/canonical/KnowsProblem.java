package org.throughline.planted.canonical;

import org.throughline.planted.problem.Fault;

/** Knows another package from the canonical package. */
final class KnowsProblem {
    Fault fault;
}
