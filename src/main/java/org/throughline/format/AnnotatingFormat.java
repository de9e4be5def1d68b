package org.throughline.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * A format whose own files can carry what the hub made of each record: three more columns, {@code hub_status},
 * {@code hub_problem} and {@code hub_guidance}. For other formats a list of the records stands beside the original.
 */
public interface AnnotatingFormat extends RecordFormat {

    /**
     * Writes the original back with the three columns; a record without annotation gets three empty cells.
     *
     * @param annotations what is told about the record with this number, from 1, broken records included
     */
    void annotate(ByteSource original, LongFunction<Optional<Annotation>> annotations, OutputStream copy)
            throws IOException;
}
