package org.throughline.planted.store;

/** Known by classes that may not know it. */
public final class Target {}
