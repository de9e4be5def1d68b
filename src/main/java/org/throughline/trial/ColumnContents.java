package org.throughline.trial;

import java.util.List;

/**
 * What stands in one column of a file.
 *
 * @param personal true where its cells help to identify somebody: then only shapes are told
 * @param records how many records there are
 * @param filled how many of them have a cell that is not blank
 * @param values the most frequent values or shapes, most frequent first
 * @param distinct how many different values or shapes there are; as many as were told apart
 */
public record ColumnContents(
        String member,
        String column,
        boolean used,
        boolean personal,
        long records,
        long filled,
        List<Counted> values,
        long distinct) {

    public ColumnContents {
        values = List.copyOf(values);
    }

    /**
     * A value with its count.
     *
     * @param shape true where the text is the shape of values, not a value
     */
    public record Counted(String text, boolean shape, long count) {}
}
