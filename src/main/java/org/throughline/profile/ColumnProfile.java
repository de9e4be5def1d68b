package org.throughline.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a sample tells about one column.
 *
 * @param name as the sender writes it
 * @param filled records in which it is filled
 * @param records records read
 * @param distinct different values, up to the number that is counted
 * @param more true where there are more different values than are counted
 * @param repeats true where a value stands in more than one record
 * @param shortest length of the shortest value
 * @param longest length of the longest value
 * @param shapes shapes such as {@code 99/99/9999}, most frequent first, with their counts
 * @param missing words for nothing that stand in it, such as N/A
 * @param personal what it tells about who somebody is
 * @param codes values with counts where they are codes and no personal values; empty otherwise
 */
public record ColumnProfile(
        String name,
        long filled,
        long records,
        long distinct,
        boolean more,
        boolean repeats,
        int shortest,
        int longest,
        Map<String, Long> shapes,
        List<String> missing,
        TypeGuess type,
        Optional<PersonalKind> personal,
        Map<String, Long> codes) {

    public ColumnProfile {
        shapes = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(shapes));
        missing = List.copyOf(missing);
        codes = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(codes));
    }

    /** The words of its name. */
    public HeaderWords words() {
        return HeaderWords.of(name);
    }

    /** Share of the records in which it is filled, in percent. */
    public int fill() {
        return records == 0 ? 0 : (int) (100 * filled / records);
    }

    /** True where every record has a value and no value stands twice. */
    public boolean unique() {
        return filled == records && !repeats && records > 0;
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "ColumnProfile[" + name + ", " + filled + " of " + records + " filled]";
    }
}
