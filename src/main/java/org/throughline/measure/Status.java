package org.throughline.measure;

/** The one status of an index event. */
public enum Status {
    /** The window is complete and an event was found. */
    NUM,
    /** The window is complete and none was found. */
    DEN_ONLY,
    /** Left out by definition. */
    EXCLUDED,
    /** The source is not complete to the end of the window; counts nowhere, even where an event was found. */
    IMMATURE,
    /** Could not be observed. */
    UNKNOWN
}
