package org.throughline.mapping.yaml;

/**
 * Something wrong in a mapping file.
 *
 * @param message fact, what was expected, and the nearest name where there is one
 */
public record Finding(Mark mark, String message) {}
