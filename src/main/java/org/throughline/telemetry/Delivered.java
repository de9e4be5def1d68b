package org.throughline.telemetry;

/** What the hub delivers to partners. */
public enum Delivered {
    /** A receipt, or the annotated original that goes with it. */
    RECEIPT,
    /** An outcome file. */
    OUTCOME,
    /** A notice by e-mail. */
    NOTICE
}
