/**
 * Excel workbooks (ECMA-376, transitional and strict), read as a stream in bounded memory, given back annotated, and
 * written. Entry type {@link org.throughline.format.xlsx.XlsxReader}. Depends on format and problem.
 */
package org.throughline.format.xlsx;
