package org.throughline.format;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads one member as a stream of records. Not safe for use by several threads. Closing it closes the input.
 */
public interface RecordReader extends AutoCloseable {

    /**
     * The column names in the order of the file, as the sender writes them. Empty where the input has no header at all; the
     * next reading then says why.
     */
    List<String> header() throws IOException;

    /** The next reading, or empty at the end of the input. */
    Optional<Reading> next() throws IOException;

    @Override
    void close() throws IOException;
}
