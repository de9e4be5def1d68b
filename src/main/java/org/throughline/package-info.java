/**
 * Composition: reads the configuration, constructs the hub's parts once and runs a command. Entry type
 * {@link org.throughline.HubMain}. Knows every other package; none knows it.
 */
package org.throughline;
