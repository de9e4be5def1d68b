package org.throughline.planted.cli;

/** Known by classes that may not know it. */
public final class Target {}
