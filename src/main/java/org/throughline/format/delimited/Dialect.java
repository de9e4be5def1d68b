package org.throughline.format.delimited;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * How a sender writes delimited text, in the words of the Frictionless table dialect.
 *
 * @param delimiter one character between fields
 * @param quote the quote character; {@link #NO_QUOTE} where a quote is a character like any other
 * @param encodings tried in order; a byte order mark wins over them; UTF-8 where none is named
 * @param comment character that starts a comment line, where comments are agreed
 * @param declaredHeader the header where the file has none of its own
 * @param delimiterAtEnd true where a delimiter may stand after the last field, which begins no field more
 */
public record Dialect(
        char delimiter,
        char quote,
        List<Charset> encodings,
        Optional<Character> comment,
        Optional<List<String>> declaredHeader,
        boolean delimiterAtEnd) {

    /** Stands for the quote character of a file without quoting. */
    public static final char NO_QUOTE = '\0';

    public Dialect {
        encodings = encodings.isEmpty() ? List.of(StandardCharsets.UTF_8) : List.copyOf(encodings);
        declaredHeader = declaredHeader.map(List::copyOf);
    }

    /** RFC 4180: comma, double quotes, UTF-8, a header. */
    public static Dialect csv() {
        return new Dialect(',', '"', List.of(StandardCharsets.UTF_8), Optional.empty(), Optional.empty(), false);
    }
}
