package org.throughline.intake;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** What the lines of the log say about the work that they tell of: the submission and the feed. */
public final class LogLine {
    private static final String SUBMISSION = "submission";
    private static final String FEED = "feed";

    private LogLine() {}

    /** Does work whose lines are about this submission. */
    static <T> T about(Submission submission, Supplier<T> work) {
        return about(Map.of(SUBMISSION, Long.toString(submission.number()), FEED, feed(submission)), work);
    }

    /** Does work whose lines are about the submission of this number. */
    static <T> T about(long submission, Supplier<T> work) {
        return about(Map.of(SUBMISSION, Long.toString(submission)), work);
    }

    /** Does work whose lines say all this besides what they say already. */
    public static <T> T about(Map<String, String> words, Supplier<T> work) {
        Optional<Map<String, String>> before = Optional.ofNullable(MDC.getCopyOfContextMap());
        words.forEach(MDC::put);
        try {
            return work.get();
        } finally {
            before.ifPresentOrElse(MDC::setContextMap, MDC::clear);
        }
    }

    /** The same work, whose lines on another thread say what those of this thread say now. */
    public static Runnable carried(Runnable work) {
        Optional<Map<String, String>> here = Optional.ofNullable(MDC.getCopyOfContextMap());
        return () -> {
            here.ifPresent(MDC::setContextMap);
            work.run();
        };
    }

    private static String feed(Submission submission) {
        return submission.feed().id().toString();
    }
}
