package org.throughline.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Keeps the alarms of feeds, and which files were looked at for them. */
public interface FeedAlarms {

    /** Keeps an alarm and its event, once; false where it was told before, or another of its kind goes on. */
    boolean raise(FeedAlarm alarm);

    /** Ends the alarms of a kind that were raised before an instant. */
    void end(FeedId feed, FeedAlarm.Kind kind, Instant before);

    /** The feeds of which files were loaded that nobody has looked at. */
    List<FeedId> unlooked();

    /** The last loaded files of a feed, the oldest first. */
    List<Arrived> arrived(FeedId feed);

    /** Notes that the files of a feed were looked at up to this one. */
    void looked(FeedId feed, long submission);

    /**
     * A file that was loaded.
     *
     * @param day the day on which it came
     * @param periodTo last day that it tells about
     * @param looked true where it was looked at before
     */
    record Arrived(long submission, LocalDate day, long records, Optional<LocalDate> periodTo, boolean looked) {}
}
