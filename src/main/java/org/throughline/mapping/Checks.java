package org.throughline.mapping;

import java.util.List;

/**
 * What must hold in one file.
 *
 * @param records asked of every record
 * @param groups asked of groups of records
 */
record Checks(List<CheckRule> records, List<GroupRule> groups) {

    Checks {
        records = List.copyOf(records);
        groups = List.copyOf(groups);
    }
}
