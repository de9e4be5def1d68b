package org.throughline.format.xlsx;

/**
 * One of several header rows that lie over each other.
 *
 * @param name the column of an unpivoted record that takes this layer's text
 * @param fillRight true where a blank cell has the text of the cell before it, as in a merged cell
 */
public record HeaderLayer(String name, boolean fillRight) {}
