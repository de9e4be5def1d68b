package org.throughline.planted.format;

/** Stands for the contract of readers. */
public interface RecordReader {}
