package org.throughline.planted.format;

/** A reader that is not called one. */
final class Parser implements RecordReader {}
