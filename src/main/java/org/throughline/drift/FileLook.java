package org.throughline.drift;

import java.util.List;
import org.throughline.profile.ColumnProfile;
import org.throughline.profile.SampleProfile;

/**
 * How a file of a feed looked: what stands in its columns, and how many records it had. Holds no value but codes.
 *
 * @param header the columns in the order of the file
 * @param columns what was counted of each; none where the format is no table
 */
public record FileLook(List<String> header, List<ColumnLook> columns, long records) {

    public FileLook {
        header = List.copyOf(header);
        columns = List.copyOf(columns);
    }

    /** How a sample looks. */
    public static FileLook of(SampleProfile profile) {
        return new FileLook(
                profile.columns().stream().map(ColumnProfile::name).toList(),
                profile.columns().stream().map(ColumnLook::of).toList(),
                profile.records());
    }
}
