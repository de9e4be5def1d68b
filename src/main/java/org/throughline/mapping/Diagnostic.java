package org.throughline.mapping;

/**
 * Something wrong in a mapping file, for whoever wrote it.
 *
 * @param file path below mappings/
 * @param line line from 1
 * @param column column from 1
 * @param message fact, what was expected, and the nearest name where there is one
 */
public record Diagnostic(String file, int line, int column, String message) {

    /** {@code file:line:col: message}, as editors understand it. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
