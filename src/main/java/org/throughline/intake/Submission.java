package org.throughline.intake;

import java.time.Instant;

/** A submission whose original is kept. */
public record Submission(long number, Feed feed, String fileName, Original original, Instant receivedAt) {}
