package org.throughline.planted.demo;

/** Known by classes that may not know it. */
public final class Target {}
