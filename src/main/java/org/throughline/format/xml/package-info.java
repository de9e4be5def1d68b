/**
 * XML 1.0 without document types and entities of its own: the elements at a path become records, the paths inside them the
 * columns. Entry type {@link org.throughline.format.xml.XmlFormat}. Depends on format, problem and Woodstox.
 */
package org.throughline.format.xml;
