package org.throughline.linkage;

import java.time.Instant;
import java.util.Optional;

/**
 * A merge as its sender told it, of which somebody asks why two numbers are joined, or were.
 *
 * @param key the sender's key of the merge
 * @param merge the two numbers, and since when the hub has believed it
 * @param until when the hub learned that it holds no longer; empty while it holds
 */
public record ToldMerge(String key, StatedMerge merge, Optional<Instant> until) {}
