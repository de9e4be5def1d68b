package org.throughline.planted.measure;

import org.throughline.planted.release.OutcomeFileWriter;

/** Points sideways. */
final class KnowsRelease {
    OutcomeFileWriter writer;
}
