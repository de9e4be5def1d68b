package org.throughline.intake;

import java.util.Optional;
import org.throughline.mapping.MappingSource;

/** Frozen texts of mappings, by number. */
public interface MappingVersions {

    /** The number of this text, stored where it is new. */
    long freeze(MappingSource source);

    /** The text with this number. */
    MappingSource source(long version);

    /** Which versions of a mapping two people published, and from which day each counts. */
    Timetable timetable(String mapping);

    /** The version that read a submission last, where it is decided. */
    Optional<Long> readBy(long submission);
}
