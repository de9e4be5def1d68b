/**
 * Fixed width text: fields by their position, record types, header and trailer with control totals. Entry types
 * {@link org.throughline.format.fixedwidth.FixedWidthReader} and {@link org.throughline.format.fixedwidth.FixedWidthWriter}.
 * Depends on format and problem.
 */
package org.throughline.format.fixedwidth;
