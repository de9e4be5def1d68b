package org.throughline.release;

import java.util.Optional;

/** What is read and written inside the transaction that writes an outcome file. */
public interface OutcomeDesk {

    /** The provider of that name; empty where there is none. */
    Optional<Recipient> recipient(String sender);

    /** Every agreement with that provider and every rule under them, in force or not. */
    ReleasePolicy policy(String sender);

    /** The latest finished measure run as it concerns that provider; empty where nothing was ever measured. */
    Optional<MeasuredClients> measured(String sender);

    /** The latest file for that provider, or the latest one that was delivered. */
    Optional<WrittenFile> latest(String sender, boolean delivered);

    /** Writes file, rows and accounting. */
    OutcomeFile append(OutcomeDraft draft);
}
