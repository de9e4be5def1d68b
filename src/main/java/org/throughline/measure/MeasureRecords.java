package org.throughline.measure;

import java.time.Instant;
import java.util.List;

/** Where measures find records and leave results. */
public interface MeasureRecords {

    /** The hub's present beliefs, all from one instant. */
    ClientHistory.Snapshot snapshot();

    /**
     * Stores a computation, all or nothing.
     *
     * @return number of the run
     */
    long write(Instant asOf, List<EventStatus> statuses, List<MeasureValue> values);

    /** The values of the latest finished run, by measure and provider. */
    List<MeasureValue> latest();
}
