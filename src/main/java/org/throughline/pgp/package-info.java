/**
 * OpenPGP: opens what partners encrypted and signed, and seals what goes to them. Entry types
 * {@link org.throughline.pgp.Opener} and {@link org.throughline.pgp.Sealer}; the only package that knows an OpenPGP library.
 * Depends on intake and problem. No null goes in or out.
 */
package org.throughline.pgp;
