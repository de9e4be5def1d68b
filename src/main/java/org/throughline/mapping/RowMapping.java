package org.throughline.mapping;

import java.util.Map;
import org.throughline.format.SourceRecord;

/** Maps the records of one file. Safe for use by several threads. */
public interface RowMapping {

    /** Canonical records and problems of one source record; all problems at once. */
    MappedRecord map(SourceRecord record);

    /** The typed source fields by name, for a control member; fields that cannot be read are absent. */
    Map<String, Object> fields(SourceRecord record);

    /** The same mapping after a person's ruling: its own checks at hold_row only warn. Types, codes and keys still hold. */
    RowMapping waivingChecks();
}
