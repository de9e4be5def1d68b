package org.throughline.coverage;

import java.util.List;

/**
 * A column that a sender is asked for, and what used it.
 *
 * @param agreed true where it is a key, a reference, a required field or asked for by a check, whoever looks at it
 * @param by measures, linkage and outcome files that looked at a field that it becomes; none where nobody did
 */
public record UsedColumn(
        String sender, String mapping, String member, String column, boolean agreed, List<StoredRecords.Used> by) {

    public UsedColumn {
        by = List.copyOf(by);
    }
}
