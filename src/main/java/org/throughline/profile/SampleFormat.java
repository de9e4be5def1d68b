package org.throughline.profile;

import java.util.List;
import org.throughline.format.RecordFormat;

/**
 * How a sample is read.
 *
 * @param word the word of {@code source.format}
 * @param settings further lines under {@code source}, such as its dialect
 * @param records reads it
 * @param header false where the sample has no header of its own, so that its columns are numbered
 * @param notes what was found out, for whoever reads the draft
 */
public record SampleFormat(
        String word, List<String> settings, RecordFormat records, boolean header, List<String> notes) {

    public SampleFormat {
        settings = List.copyOf(settings);
        notes = List.copyOf(notes);
    }
}
