/**
 * Kills the hub in the middle of its nights and compares what comes out with an undisturbed night: named write boundaries and
 * random instants. Entry type {@link org.throughline.crash.Kills}, run by {@code .ci/kills}.
 */
package org.throughline.crash;
