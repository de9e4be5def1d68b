package org.throughline.planted.problem;

import org.throughline.planted.format.RecordReader;

/** Points up. */
final class KnowsFormat {
    RecordReader reader;
}
