package org.throughline.profile;

import java.util.List;
import java.util.Map;
import org.throughline.format.RecordFormat;

/**
 * How a sample is read.
 *
 * @param word the word of {@code source.format}
 * @param settings further lines under {@code source}, such as its dialect
 * @param records reads it
 * @param header false where the sample has no header of its own, so that its columns are numbered
 * @param notes what was found out, for whoever reads the draft
 * @param places where the columns of fixed width stand; empty for other formats
 */
public record SampleFormat(
        String word,
        List<String> settings,
        RecordFormat records,
        boolean header,
        List<String> notes,
        Map<String, Place> places) {

    public SampleFormat {
        settings = List.copyOf(settings);
        notes = List.copyOf(notes);
        places = Map.copyOf(places);
    }

    /**
     * Where a column of fixed width stands.
     *
     * @param at as a mapping writes it, such as 9-19
     * @param why what the place rests on
     */
    public record Place(String at, String why) {}
}
