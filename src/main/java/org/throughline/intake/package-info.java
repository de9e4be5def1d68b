/**
 * From a delivered file to decided records: keep the original, read, map, decide, load, tell the sender. Entry type
 * {@link org.throughline.intake.Intake}; its ports are implemented in store. Depends on mapping, drift, linkage, format, problem,
 * canonical and audit.
 */
package org.throughline.intake;
