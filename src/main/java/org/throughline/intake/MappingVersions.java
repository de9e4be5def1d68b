package org.throughline.intake;

import org.throughline.mapping.MappingSource;

/** Frozen texts of mappings, by number. */
public interface MappingVersions {

    /** The number of this text, stored where it is new. */
    long freeze(MappingSource source);

    /** The text with this number. */
    MappingSource source(long version);
}
