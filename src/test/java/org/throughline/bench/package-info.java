/** Large generated inputs, read in a bounded heap: one main class per format, run by hand. */
package org.throughline.bench;
