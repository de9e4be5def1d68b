package org.throughline.audit;

import java.util.List;
import java.util.Optional;

/** The audit ledger read from its first entry to its last, to see whether anybody changed it. */
public interface AuditChain {

    /**
     * Computes every hash again.
     *
     * @param known a hash noted down earlier, which must still be in the ledger: entries cut off at the end show only so
     */
    Verdict verify(Optional<String> known);

    /**
     * What was found.
     *
     * @param entries how many entries there are
     * @param lastHash hash of the last entry; worth noting down elsewhere
     * @param faults where the chain does not hold, in words; empty where it holds
     */
    record Verdict(long entries, String lastHash, List<String> faults) {
        public Verdict {
            faults = List.copyOf(faults);
        }

        /** True where nobody changed anything. */
        public boolean holds() {
            return faults.isEmpty();
        }
    }
}
