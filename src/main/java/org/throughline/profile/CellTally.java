package org.throughline.profile;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts the cells of one column while a file is taken in: how many are filled, and of the first ones and of some later ones
 * type and shape. Keeps no value.
 */
public final class CellTally {
    private static final int FIRST = 50;
    private static final int EVERY = 256;
    private static final int MOST_SHAPES = 50;

    private final TypeTally types = new TypeTally();
    private final Map<String, Long> shapes = new HashMap<>();
    private long filled;

    /** Counts a cell. */
    public void add(String cell) {
        String value = cell.strip();
        if (value.isEmpty() || ColumnTally.isNothing(value)) {
            return;
        }
        filled++;
        if (filled <= FIRST || filled % EVERY == 0) {
            look(value);
        }
    }

    private void look(String value) {
        types.add(value);
        String shape = ValueShape.of(value);
        if (shapes.size() < MOST_SHAPES || shapes.containsKey(shape)) {
            shapes.merge(shape, 1L, Long::sum);
        }
    }

    /** How many cells were filled. */
    public long filled() {
        return filled;
    }

    /** Of which type they seem to be. */
    public TypeGuess type(String column) {
        return types.guess(HeaderWords.of(column));
    }

    /** The shape that most of them have; empty text where there is none. */
    public String shape() {
        return shapes.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
