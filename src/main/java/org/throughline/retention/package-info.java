/**
 * Retention: what is kept for how long, who holds it back, what is removed at the end, and the proof that it was. Entry type
 * {@link org.throughline.retention.RetentionDesk}. Depends on problem.
 */
package org.throughline.retention;
