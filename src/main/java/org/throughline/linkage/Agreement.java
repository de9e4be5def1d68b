package org.throughline.linkage;

/** How one identifier of two records compares. */
enum Agreement {
    /** The same. */
    AGREES,
    /** The same but for a typing error, a known short form, or a half of a double name. */
    CLOSE,
    /** Clearly different. */
    DIFFERS,
    /** Missing on a side, or not clear: no evidence either way. */
    UNKNOWN
}
