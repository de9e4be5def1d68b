package org.throughline.format.delimited;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.throughline.format.ByteSource;
import org.throughline.format.DecodedChars;
import org.throughline.format.Encoding;

/**
 * The header and the records of one delimited input, numbered. Comment lines are passed over; a blank line too, unless the
 * file has a single column, where it is a record with an empty value.
 */
final class RecordStream implements Closeable {
    private final RecordScanner scanner;
    private final List<String> header;
    private final Optional<Fault> headerFault;
    private final boolean delimiterAtEnd;
    private final long headerLine;
    private final long headerRow;
    private boolean closed;
    private long row;
    private long record;

    private RecordStream(RecordScanner scanner, Dialect dialect) throws IOException {
        this.scanner = scanner;
        boolean read = dialect.declaredHeader().isEmpty() && readsHeader();
        this.delimiterAtEnd = dialect.delimiterAtEnd();
        this.closed = read && delimiterAtEnd && scanner.count() > 1 && scanner.endsWithDelimiter();
        List<String> names = read ? scanner.cells() : dialect.declaredHeader().orElse(List.of());
        this.header = closed ? names.subList(0, names.size() - 1) : names;
        this.headerFault = read ? scanner.fault() : Optional.empty();
        this.headerLine = scanner.line();
        this.headerRow = row;
        scanner.keep(header.size());
    }

    /**
     * Opens the input.
     *
     * @param tracksBytes true where {@link #endByte()} is asked for
     */
    static RecordStream open(ByteSource source, Dialect dialect, boolean tracksBytes) throws IOException {
        Encoding encoding = Encoding.choose(source, dialect.encodings());
        return open(DecodedChars.open(source, encoding), dialect, tracksBytes);
    }

    static RecordStream open(DecodedChars text, Dialect dialect, boolean tracksBytes) throws IOException {
        try {
            return new RecordStream(new RecordScanner(text, dialect, tracksBytes), dialect);
        } catch (IOException e) {
            text.close();
            throw e;
        }
    }

    private boolean readsHeader() throws IOException {
        RecordScanner.Found found = pass();
        while (found == RecordScanner.Found.COMMENT) {
            found = pass();
        }
        return found == RecordScanner.Found.RECORD;
    }

    private RecordScanner.Found pass() throws IOException {
        RecordScanner.Found found = scanner.next();
        row++;
        return found;
    }

    /** Moves to the next record; false at the end of the input. */
    boolean advance() throws IOException {
        RecordScanner.Found found = pass();
        while (found == RecordScanner.Found.COMMENT || found == RecordScanner.Found.BLANK && header.size() != 1) {
            found = pass();
        }
        closed = delimiterAtEnd && scanner.count() == header.size() + 1 && scanner.endsWithDelimiter();
        boolean more = found != RecordScanner.Found.END;
        record += more ? 1 : 0;
        return more;
    }

    /** Column names; empty where the first line is blank or there is none. */
    List<String> header() {
        return header;
    }

    Optional<Fault> headerFault() {
        return headerFault;
    }

    long headerLine() {
        return headerLine;
    }

    long headerRow() {
        return headerRow;
    }

    List<String> cells() {
        return scanner.cells();
    }

    /** Fields of the record, also those beyond the header. */
    int count() {
        return closed ? header.size() : scanner.count();
    }

    /** True where the dialect allows the delimiter that stands after the last field. */
    boolean closedByDelimiter() {
        return closed;
    }

    Optional<Fault> fault() {
        return scanner.fault();
    }

    /** Number of the record, from 1. */
    long record() {
        return record;
    }

    long line() {
        return scanner.line();
    }

    /** Row as a spreadsheet shows it, from 1: blank and comment lines count, line breaks inside quotes do not. */
    long row() {
        return row;
    }

    /** Bytes of the input up to the end of the record, or of the header, without its line end. */
    long endByte() {
        return scanner.endByte();
    }

    @Override
    public void close() throws IOException {
        scanner.close();
    }
}
