package org.throughline.linkage;

import java.time.LocalDate;
import java.util.List;

/** Decides who is the same person from identifiers and rulings alone; order of input never matters. */
public interface LinkageEngine {

    /** Version of the rules; stored with every run. */
    String model();

    /**
     * Parts the records into joint clients.
     *
     * @param records all current records that may be linked, each once
     * @param rulings rulings that hold
     * @param today the day by which a birth date counts as future or too old
     */
    default Partition link(List<ClientIdentifiers> records, List<Ruling> rulings, LocalDate today) {
        return link(new Known(records, rulings, ClientMerges.none(), List.of(), List.of()), today);
    }

    /** Parts the records that are known into joint clients, by identifiers, rulings and merges that senders state. */
    Partition link(Known known, LocalDate today);

    /** Sets two of the records side by side, also where the engine would not keep the comparison. */
    Comparison compare(ClientPair pair, List<ClientIdentifiers> records, LocalDate today);
}
