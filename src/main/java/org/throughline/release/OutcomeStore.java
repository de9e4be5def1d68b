package org.throughline.release;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Where outcome files and everything that decides about them are kept. */
public interface OutcomeStore {

    /** Providers that were ever set up to receive files, in order. */
    List<String> recipients();

    /** Runs work in one transaction that sees one state of the database; one file at a time is written. */
    <T> T decide(Function<OutcomeDesk, T> work);

    /** What was told wrongly, the oldest first; keys of clients and merges only where they are asked for. */
    List<MisDisclosure> misDisclosures(MisDisclosureQuery query, boolean keys);

    /** The bytes of a file and of its manifest, as they were written. */
    Parcel parcel(OutcomeFile file);

    /** Notes that a file stands at the provider's account under its final name. */
    void delivered(long file, Instant at);
}
