/**
 * What may be told to a provider about the clients it served, and the outcome files that tell it. Nothing leaves by
 * default. Entry type {@link org.throughline.release.OutcomeRelease}; its ports are implemented in store and route.
 * Depends on format, audit, problem and canonical. No method takes or returns null.
 */
package org.throughline.release;
