package org.throughline.intake;

/** The bytes of a submission as delivered: their hash and size. */
public record Original(String sha256, long size) {}
