package org.throughline.planted.format;

import org.throughline.planted.mapping.Upward;

/** Points up, and closes a cycle. */
final class KnowsMapping {
    Upward upward;
}
