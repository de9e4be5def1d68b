package org.throughline.format.delimited;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * How a sender writes delimited text, in the words of the Frictionless table dialect.
 *
 * @param delimiter one character between fields
 * @param quote the quote character
 * @param encodings tried in order; a byte order mark wins over them
 * @param comment character that starts a comment line, where comments are agreed
 * @param declaredHeader the header where the file has none of its own
 */
public record Dialect(
        char delimiter,
        char quote,
        List<Charset> encodings,
        Optional<Character> comment,
        Optional<List<String>> declaredHeader) {

    public Dialect {
        encodings = List.copyOf(encodings);
    }
}
