package org.throughline.planted.release;

/** Stands for the only way to an outcome file. */
public final class OutcomeFileWriter {}
