package org.throughline.linkage;

import java.util.List;
import java.util.Optional;

/**
 * The rulings of people. Every act is written to the audit ledger in the same transaction; the author is the database login.
 */
public interface Rulings {

    /**
     * Rules about a pair. The same ruling again changes nothing; the opposite one is revoked.
     *
     * @param reason why; no personal value
     * @return the ruling that holds now; empty where the hub knows no such client record
     */
    Optional<Ruling> make(RulingKind kind, ClientPair pair, String reason);

    /**
     * Takes a ruling back.
     *
     * @return the ruling that no longer holds; empty where there was none
     */
    Optional<Ruling> revoke(ClientPair pair, String reason);

    /** The rulings that hold, oldest first. */
    List<Ruling> current();
}
