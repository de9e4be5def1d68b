package org.throughline.release;

import java.util.Optional;

/** Where acknowledgements are kept, one per outcome file: the provider's latest word. */
public interface AcknowledgementStore {

    /** The outcome file of that name that went to that provider; empty where there is none. */
    Optional<OutcomeFile> file(String recipient, String name);

    /** Keeps the provider's word, in place of an earlier one on the same file. */
    void record(OutcomeFile file, AcknowledgedFile word);
}
