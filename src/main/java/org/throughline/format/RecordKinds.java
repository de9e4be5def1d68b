package org.throughline.format;

import java.io.IOException;

/**
 * A file that holds records of several kinds in a row: record types of a fixed-width file, message types of an HL7 batch,
 * resource types of a FHIR bundle. Each kind is read as a member of its own, as the files of an archive are. Safe for use by
 * several threads.
 */
public interface RecordKinds {

    /**
     * Goes through the whole file once: how many records it holds of each kind, and what is wrong with it as a whole, such as
     * a trailer whose count disagrees.
     */
    KindSurvey survey(ByteSource source) throws IOException;

    /**
     * Opens the records of a kind that the mapping does not take, each with its whole text in one cell, so that they can be
     * held and none is lost.
     */
    RecordReader whole(ByteSource source, String kind) throws IOException;
}
