package org.throughline.intake;

import java.util.Locale;

/** Whether a feed's submission is here; late, empty and missing are three different things. */
public enum Timeliness {
    /** What is due has come. */
    HERE,
    /** What is due has come, and says that there is nothing to report. */
    NOTHING_TO_REPORT,
    /** The feed was set up after its latest due time; the next one counts. */
    EXPECTED,
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
