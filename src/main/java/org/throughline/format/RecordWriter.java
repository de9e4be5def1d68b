package org.throughline.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes records of one shape, one after the other, in bounded memory. Closing it ends the file and closes the stream. */
public interface RecordWriter extends Closeable {

    /** Writes one record: its cells in the order of the header; empty text where nothing stands. */
    void write(List<String> cells) throws IOException;
}
