package org.throughline.intake;

import java.time.LocalDate;

/** Statements by a person that a feed has nothing to report. Each is in the audit ledger; a real file still counts. */
public interface Nothings {

    /** States that there is nothing to report for a period. */
    void state(FeedId feed, Period period, String reason);

    /** Takes back what was stated for a period; refused where nothing was. */
    void withdraw(FeedId feed, Period period, String reason);

    /** The first and the last day of a period. */
    record Period(LocalDate from, LocalDate to) {
        @Override
        public String toString() {
            return from + " to " + to;
        }
    }
}
