/**
 * Reads what senders send, as a stream of source records that know their place. One sub-package per format, each blind to the
 * others. Entry types {@link org.throughline.format.RecordReader} and {@link org.throughline.format.SourceRecord}. Depends on
 * problem only.
 */
package org.throughline.format;
