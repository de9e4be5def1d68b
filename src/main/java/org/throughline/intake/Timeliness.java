package org.throughline.intake;

import java.util.Locale;

/** Whether a feed's submission is here; late, empty and missing are three different things. */
public enum Timeliness {
    /** What is due has come. */
    HERE,
    /** It came by its due time. */
    ON_TIME,
    /** It came after its due time. */
    CAME_LATE,
    /** What is due has come, and says that there is nothing to report. */
    NOTHING_TO_REPORT,
    /** The feed was set up after its latest due time; the next one counts. */
    EXPECTED,
    /** Nothing is expected: a holiday, or a time before the feed was set up. */
    NOT_EXPECTED,
    /** The due time is still to come. */
    DUE,
    /** The due time has passed, its grace has not. */
    LATE,
    /** Due time and grace have passed. */
    MISSING,
    /** Nobody said when it is due. */
    UNSCHEDULED,
    /** The feed is stopped. */
    STOPPED;

    /** The word on screens and in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
