package org.throughline.linkage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Links client records to joint clients: reads all eligible records, decides anew, writes what changed. */
public final class LinkageRun {
    private final ClientIndex index;
    private final LinkageEngine engine;

    /** A run over this index with this engine. */
    public LinkageRun(ClientIndex index, LinkageEngine engine) {
        this.index = index;
        this.engine = engine;
    }

    /**
     * Links everything. A second run with the same records and rulings writes nothing, not even a run.
     *
     * @param clock gives the instant of the run
     */
    public LinkageResult run(Clock clock) {
        var at = clock.instant();
        var today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        var revision = index.revise(at, known -> Revising.between(known, engine.link(known, today), engine.model()));
        return LinkageResult.of(revision);
    }
}
