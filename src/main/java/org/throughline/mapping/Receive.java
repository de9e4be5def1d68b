package org.throughline.mapping;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How the hub knows that the right file arrived, whole and on time.
 *
 * @param name names of the feed's files, with captures
 * @param content what a file is to the files before it
 * @param period tells the reporting period from the file's facts
 * @param snapshotIf for snapshot content: false for a file that is only a part, such as a delta export
 * @param holdFileIf the mapping's own rule that holds a whole file
 * @param limit how many records a snapshot may close without a person's yes
 * @param doneFile name of the done-file, with {name} for the file's name, where the feed has one
 * @param zone zone of the sender's civil days and times
 * @param totals figures that the done-file states about the file's records
 */
public record Receive(
        FileName name,
        Content content,
        PeriodRule period,
        FactRule snapshotIf,
        CountRule holdFileIf,
        SnapshotLimit limit,
        Optional<String> doneFile,
        ZoneId zone,
        List<TotalRule> totals) {

    public Receive {
        totals = List.copyOf(totals);
    }
}
