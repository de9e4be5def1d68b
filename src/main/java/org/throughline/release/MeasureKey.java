package org.throughline.release;

/**
 * An outcome measure in one version, as far as release needs to know it.
 *
 * @param source kind of source that shows the event: homelessness or child_welfare
 * @param dataClass word of the class of data that a status tells
 * @param window name of the window, such as P180D
 */
public record MeasureKey(String id, int version, String source, String dataClass, String window) {}
