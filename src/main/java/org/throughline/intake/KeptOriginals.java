package org.throughline.intake;

import java.util.List;
import java.util.Optional;

/** The files that the feeds of a mapping sent last, and the versions that read them. */
public interface KeptOriginals {

    /** The last submissions that were loaded or held under a mapping, newest first. */
    List<Kept> last(String mapping, int count);

    /** The version with this number. */
    Optional<Version> numbered(String mapping, int number);

    /** The version with this key. */
    Optional<Version> version(long key);

    /** The version that read the last submission under a mapping. */
    Optional<Version> lastUsed(String mapping);

    /**
     * A submission.
     *
     * @param lastRows records of the feed's loaded submission before it; 0 where there is none
     */
    record Kept(Submission submission, long lastRows) {}

    /** A frozen version of a mapping: its key, and its number within the mapping. */
    record Version(long key, int number) {}
}
