package org.throughline.intake;

import java.time.Instant;
import java.util.Locale;
import org.throughline.problem.ProblemCode;

/**
 * What is wrong with the rhythm or the size of a feed.
 *
 * @param occasion the instant at which the missing file was due, or the number of the submission
 * @param owner role of the contact that looks after it; what its partner file says counts, whatever stands here before it is kept
 * @param fact what is wrong; no personal value
 */
public record FeedAlarm(FeedId feed, Kind kind, String occasion, Instant raisedAt, String owner, String fact) {

    /** What can be wrong. */
    public enum Kind {
        /** Due time and grace are over, and nothing came. */
        MISSING(ProblemCode.FEED_MISSING),
        /** A file, or the last files together, brought far fewer records than usual. */
        SHRUNKEN(ProblemCode.FEED_SHRUNKEN),
        /** A file brought far more records than usual. */
        SWOLLEN(ProblemCode.FEED_SWOLLEN),
        /** Files come, but the period that they tell about does not go on. */
        STALE(ProblemCode.FEED_STALE);

        private final ProblemCode code;

        Kind(ProblemCode code) {
            this.code = code;
        }

        /** Its event. */
        public ProblemCode code() {
            return code;
        }

        /** The word on screens and in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
