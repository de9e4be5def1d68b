package org.throughline.profile;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.throughline.format.ByteSource;
import org.throughline.problem.SetupException;

/**
 * What somebody knows of a sample.
 *
 * @param rows where the records of JSON or XML stand
 * @param columns names of the columns where the sample has no header
 * @param layout the sender's layout, where the sample is of fixed width
 */
public record SampleHints(Optional<String> rows, List<String> columns, Optional<ByteSource> layout) {

    public SampleHints {
        columns = List.copyOf(columns);
    }

    /** The header of a sample that has none: the names that are known, else numbers. */
    List<String> header(int width) {
        if (columns.isEmpty()) {
            return IntStream.rangeClosed(1, width)
                    .mapToObj(number -> "column_" + number)
                    .toList();
        }
        if (columns.size() != width) {
            throw new SetupException(
                    "The sample has " + width + " columns, but " + columns.size() + " names are given for them.");
        }
        return columns;
    }

    /** Nothing is known. */
    public static SampleHints none() {
        return new SampleHints(Optional.empty(), List.of(), Optional.empty());
    }
}
