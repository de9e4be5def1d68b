/**
 * The joint record of all senders: the kinds of record, their fields, and a record as a value. Entry type
 * {@link org.throughline.canonical.Entity}. Depends on the JDK only. A missing value is an absent map entry, never a blank.
 */
package org.throughline.canonical;
