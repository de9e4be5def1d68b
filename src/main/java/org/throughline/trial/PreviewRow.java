package org.throughline.trial;

import java.util.List;
import org.throughline.intake.RecordState;
import org.throughline.problem.Place;

/**
 * One record before and after mapping, as the viewer may see it.
 *
 * @param before the filled cells by column, in the order of the file
 * @param after what the mapping makes of it
 * @param problems what is wrong with it
 */
public record PreviewRow(
        Place place, RecordState state, List<Shown> before, List<After> after, List<Trouble> problems) {

    public PreviewRow {
        before = List.copyOf(before);
        after = List.copyOf(after);
        problems = List.copyOf(problems);
    }

    /** A column or field with its value, or the shape of it. */
    public record Shown(String name, String text) {}

    /** A canonical record. */
    public record After(String entity, String key, boolean retracted, List<Shown> fields) {}

    /** A problem of the record. */
    public record Trouble(String code, String level, String column, String text) {}
}
