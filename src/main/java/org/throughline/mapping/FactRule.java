package org.throughline.mapping;

/** A yes-or-no question about a submission's facts. */
@FunctionalInterface
public interface FactRule {

    /** The answer. */
    boolean holds(Facts facts);
}
