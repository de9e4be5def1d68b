package org.throughline.coverage;

import java.util.List;

/**
 * A column that a sender is asked for, and what used it.
 *
 * @param by measures, linkage and outcome files that looked at a field that it becomes; none where nobody did
 */
public record UsedColumn(String sender, String mapping, String member, String column, List<StoredRecords.Used> by) {

    public UsedColumn {
        by = List.copyOf(by);
    }
}
