package org.throughline.planted.format.zip;

/** Belongs to one format. */
public final class Member {}
