package org.throughline.mapping.yaml;

/**
 * A place in a mapping file.
 *
 * @param file path below mappings/
 * @param line line from 1
 * @param column column from 1
 */
public record Mark(String file, int line, int column) {

    /** The place this many columns further on the same line. */
    public Mark plus(int columns) {
        return new Mark(file, line, column + columns);
    }
}
