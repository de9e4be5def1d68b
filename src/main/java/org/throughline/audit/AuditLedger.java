package org.throughline.audit;

import java.util.Map;

/** Append-only ledger of administrative acts; the database fills in the actor (its login), the order and the hash chain. */
public interface AuditLedger {

    /**
     * Adds an entry, in a transaction of its own.
     *
     * @param action what was done, such as {@code held.release}
     * @param object to what, such as a submission number or a file; no personal value
     * @param detail particulars; no personal value
     */
    void record(String action, String object, Map<String, String> detail);
}
