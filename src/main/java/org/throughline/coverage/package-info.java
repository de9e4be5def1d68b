/**
 * Which canonical fields each sender supplies, how well, who needs them, and which columns nobody uses. Entry type
 * {@link org.throughline.coverage.Coverage}. Depends on mapping, measure, linkage, release and
 * canonical.
 */
package org.throughline.coverage;
