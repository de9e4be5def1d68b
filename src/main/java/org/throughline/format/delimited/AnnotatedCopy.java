package org.throughline.format.delimited;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.LongFunction;
import org.throughline.format.Annotation;
import org.throughline.format.ByteSource;
import org.throughline.format.DecodedChars;
import org.throughline.format.Encoding;

/**
 * Gives a sender its file back with what the hub made of each record: the bytes of the original as they came, and three more
 * columns at the end of the header and of every record.
 */
public final class AnnotatedCopy {
    private static final int BUFFER = 1 << 13;
    private static final Annotation HEADER = new Annotation("hub_status", "hub_problem", "hub_guidance");
    private static final Annotation NOTHING = new Annotation("", "", "");

    private final InputStream original;
    private final OutputStream copy;
    private final Encoding encoding;
    private final Dialect dialect;
    private final CellText text;
    private final byte[] buffer = new byte[BUFFER];
    private long copied;

    private AnnotatedCopy(InputStream original, OutputStream copy, Encoding encoding, Dialect dialect) {
        this.original = original;
        this.copy = copy;
        this.encoding = encoding;
        this.dialect = dialect;
        this.text = new CellText(dialect, FormulaPolicy.DEFUSE);
    }

    /**
     * Writes the copy. A record without annotation gets three empty cells. Where a quote is never closed, the file goes back
     * unchanged from there on.
     *
     * @param annotations what is told about the record with this number, from 1, broken records included
     */
    public static void write(
            ByteSource original, Dialect dialect, LongFunction<Optional<Annotation>> annotations, OutputStream copy)
            throws IOException {
        Encoding encoding = Encoding.choose(original, dialect.encodings());
        try (InputStream bytes = original.open();
                RecordStream records = RecordStream.open(DecodedChars.open(original, encoding), dialect, true)) {
            new AnnotatedCopy(bytes, copy, encoding, dialect).write(records, annotations);
        }
    }

    private void write(RecordStream records, LongFunction<Optional<Annotation>> annotations) throws IOException {
        boolean readable = !records.headerFault().filter(Fault::endsInput).isPresent();
        if (dialect.declaredHeader().isEmpty() && !records.header().isEmpty() && readable) {
            annotate(records, HEADER);
        }
        while (records.advance()) {
            if (!records.fault().filter(Fault::endsInput).isPresent()) {
                annotate(records, annotations.apply(records.record()).orElse(NOTHING));
            }
        }
        original.transferTo(copy);
    }

    private void annotate(RecordStream records, Annotation annotation) throws IOException {
        copyTo(records.endByte());
        StringBuilder cells = new StringBuilder();
        boolean delimited = records.closedByDelimiter();
        for (String cell : new String[] {annotation.status(), annotation.problem(), annotation.guidance()}) {
            if (!delimited) {
                cells.append(dialect.delimiter());
            }
            text.append(cells, cell);
            delimited = false;
        }
        copy.write(cells.toString().getBytes(encoding.charset()));
    }

    private void copyTo(long end) throws IOException {
        while (copied < end) {
            int count = original.read(buffer, 0, (int) Math.min(buffer.length, end - copied));
            if (count < 0) {
                throw new IOException("The original ends after " + copied + " bytes; " + end + " were there before.");
            }
            copy.write(buffer, 0, count);
            copied += count;
        }
    }
}
