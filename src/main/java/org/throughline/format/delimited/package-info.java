/**
 * Delimited text (RFC 4180 and its relatives): any delimiter, common encodings, strict. Entry type
 * {@link org.throughline.format.delimited.DelimitedReader}. Depends on format and problem.
 */
package org.throughline.format.delimited;
