/**
 * What changed between two files of a feed: columns, types, codes, how full columns are, how many records there are; and which
 * change of the mapping would follow. Entry type {@link org.throughline.drift.Drift}. Depends on profile and mapping.
 */
package org.throughline.drift;
