/**
 * Zip bundles: members of a delivery, with limits that refuse hostile archives. Entry type
 * {@link org.throughline.format.zip.Bundle}. Depends on format and problem.
 */
package org.throughline.format.zip;
