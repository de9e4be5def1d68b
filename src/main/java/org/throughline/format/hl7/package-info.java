/**
 * Reads HL7 version 2 messages, one or many in a file, as rows of the fields that a mapping names. Entry types
 * {@link org.throughline.format.hl7.Hl7Format} for one kind of message and {@link org.throughline.format.hl7.Hl7Kinds} for a
 * file of several. Depends on format and problem only. No null goes in or out.
 */
package org.throughline.format.hl7;
