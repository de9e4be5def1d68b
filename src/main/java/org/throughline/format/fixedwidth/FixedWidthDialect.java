package org.throughline.format.fixedwidth;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/**
 * How a sender writes fixed width text. Positions count characters, so in an encoding of one byte per character they count
 * bytes.
 *
 * @param encodings tried in order; a byte order mark wins over them; UTF-8 where none is named
 * @param recordLength characters of a record where records follow each other without line ends
 * @param padsShortLines true where a line may end early, its last fields being blank
 */
public record FixedWidthDialect(List<Charset> encodings, OptionalInt recordLength, boolean padsShortLines) {

    public FixedWidthDialect {
        encodings = encodings.isEmpty() ? List.of(StandardCharsets.UTF_8) : List.copyOf(encodings);
    }

    /** UTF-8, a line for every record, as long as its layout. */
    public static FixedWidthDialect lines() {
        return new FixedWidthDialect(List.of(), OptionalInt.empty(), false);
    }
}
