package org.throughline.format;

/** What the next step of reading gives: a record, a record that is broken, or the news that the rest cannot be read. */
public sealed interface Reading permits SourceRecord, BrokenRecord, BrokenInput {}
