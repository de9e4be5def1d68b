package org.throughline.route;

import java.time.Duration;

/**
 * What a listener for HL7 messages puts up with.
 *
 * @param bytes most bytes of one message
 * @param message most time from the first byte of a message to its last
 * @param idle a connection that is silent this long between two messages is closed
 * @param connections most connections at a time
 */
record MllpLimits(long bytes, Duration message, Duration idle, int connections) {}
