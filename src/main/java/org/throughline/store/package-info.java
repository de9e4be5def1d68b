/**
 * The only door to PostgreSQL: implements the ports of the other packages with jOOQ and COPY. Entry type
 * {@link org.throughline.store.Database}.
 */
package org.throughline.store;
