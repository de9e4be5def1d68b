/**
 * Writes the draft of a mapping from a sample: which column is probably which canonical field, and why. What is not certain is
 * left to the author by name, and nothing is ever accepted by itself. Entry type {@link org.throughline.suggest.Suggester}.
 * Depends on profile, mapping, format, canonical and problem.
 */
package org.throughline.suggest;
