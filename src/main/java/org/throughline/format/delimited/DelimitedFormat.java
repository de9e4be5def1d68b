package org.throughline.format.delimited;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.LongFunction;
import org.throughline.format.AnnotatingFormat;
import org.throughline.format.Annotation;
import org.throughline.format.ByteSource;
import org.throughline.format.RecordReader;

/** Delimited text of a sender's dialect. */
public record DelimitedFormat(Dialect dialect) implements AnnotatingFormat {

    @Override
    public RecordReader open(ByteSource source, String member) throws IOException {
        return DelimitedReader.open(source, member, dialect);
    }

    @Override
    public void annotate(ByteSource original, LongFunction<Optional<Annotation>> annotations, OutputStream copy)
            throws IOException {
        AnnotatedCopy.write(original, dialect, annotations, copy);
    }
}
