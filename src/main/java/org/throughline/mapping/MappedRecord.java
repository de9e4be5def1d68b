package org.throughline.mapping;

import java.util.List;
import org.throughline.canonical.CanonicalRecord;
import org.throughline.problem.Level;
import org.throughline.problem.Problem;

/**
 * What a mapping made of one source record.
 *
 * @param key the sender's key of the record, as far as it could be read; empty text where it could not
 * @param records canonical records to store, in the order of the mapping; retracted ones say that a record is no more
 * @param problems everything found
 * @param groups what it adds to the checks over groups
 */
public record MappedRecord(String key, List<CanonicalRecord> records, List<Problem> problems, List<GroupPart> groups) {

    public MappedRecord {
        records = List.copyOf(records);
        problems = List.copyOf(problems);
        groups = List.copyOf(groups);
    }

    /** True where a problem of this level or graver was found. */
    public boolean hasAtLeast(Level level) {
        for (Problem problem : problems) {
            if (problem.level().compareTo(level) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Names no key and no value. */
    @Override
    public String toString() {
        return "MappedRecord[" + records + ", " + problems + "]";
    }
}
