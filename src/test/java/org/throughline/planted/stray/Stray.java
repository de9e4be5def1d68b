package org.throughline.planted.stray;

/** Lives in a package that no rule names. */
final class Stray {}
