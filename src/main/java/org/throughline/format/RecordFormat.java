package org.throughline.format;

import java.io.IOException;

/** How a sender writes its records: a format with the settings that a mapping states. Safe for use by several threads. */
@FunctionalInterface
public interface RecordFormat {

    /**
     * Opens a reader over the bytes of one member.
     *
     * @param member the name that every place gives
     */
    RecordReader open(ByteSource source, String member) throws IOException;
}
