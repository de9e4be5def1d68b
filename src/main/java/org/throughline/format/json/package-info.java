/**
 * JSON (RFC 8259) and NDJSON: objects at a path become records, the paths of their values the columns. Entry type
 * {@link org.throughline.format.json.JsonFormat}. Depends on format, problem and Jackson's streaming parser.
 */
package org.throughline.format.json;
