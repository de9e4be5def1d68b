/**
 * Tries a file against a mapping as intake would decide it, and stores nothing: what {@code file check} shows a provider, and
 * what {@code mapping preview} and {@code mapping diff} show agency IT. Entry type {@link org.throughline.trial.Trial}.
 * Depends on intake, mapping and format. No method takes or returns null unless it says so.
 */
package org.throughline.trial;
