package org.throughline.release;

import java.util.List;
import java.util.Set;

/**
 * A file as it was written: its manifest, rows and accounting.
 *
 * @param addresses where the accounting says that it was sent (45 CFR 164.528(b)(2)(ii)); none where it has no entry
 */
public record WrittenFile(
        OutcomeFile file, String manifest, List<OutcomeRow> rows, List<Disclosure> disclosures, Set<String> addresses) {

    public WrittenFile {
        rows = List.copyOf(rows);
        disclosures = List.copyOf(disclosures);
        addresses = Set.copyOf(addresses);
    }
}
