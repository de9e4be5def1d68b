package org.throughline.retention;

import java.util.List;

/** Where legal holds are kept; each one placed or lifted is in the audit ledger. */
public interface Holds {

    /** Places a hold; gives its number. */
    long place(Hold.Scope scope, String reason);

    /** Lifts a hold that stands. */
    void lift(long number, String reason);

    /** All holds, those that stand first. A look at one that names a client is in the audit ledger. */
    List<Hold> all();
}
