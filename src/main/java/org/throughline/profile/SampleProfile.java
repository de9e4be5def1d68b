package org.throughline.profile;

import java.util.List;

/**
 * What a sample tells.
 *
 * @param records records read
 * @param broken records that cannot be read as they are
 * @param more true where the sample has more records than were read
 * @param problems what was wrong with the first of the broken ones, without any value
 */
public record SampleProfile(
        SampleFormat format,
        long records,
        long broken,
        boolean more,
        List<String> problems,
        List<ColumnProfile> columns) {

    public SampleProfile {
        problems = List.copyOf(problems);
        columns = List.copyOf(columns);
    }
}
