package org.throughline.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Watches over the rhythm and the size of all feeds. What is wrong becomes an alarm and an event, once, and ends by itself when
 * the feed answers again.
 */
public final class FeedWatch {
    private static final int NEW_DAYS = 2;

    private final FeedBoard board;
    private final FeedAlarms alarms;
    private final Clock clock;

    /** A watch over the feeds of this board. */
    public FeedWatch(FeedBoard board, FeedAlarms alarms, Clock clock) {
        this.board = board;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Looks at everything once; returns how many alarms are new. */
    public int look() {
        Instant now = clock.instant();
        int raised = 0;
        for (FeedStanding standing : board.standings()) {
            raised += look(standing, now) ? 1 : 0;
        }
        for (FeedId feed : alarms.unlooked()) {
            raised += sizes(feed, now);
        }
        return raised;
    }

    private boolean look(FeedStanding standing, Instant now) {
        Timeliness timeliness = standing.timeliness(now);
        if (timeliness == Timeliness.STOPPED || timeliness == Timeliness.UNSCHEDULED) {
            alarms.end(standing.feed(), FeedAlarm.Kind.MISSING, now);
            return false;
        }
        standing.answeredAt().ifPresent(at -> alarms.end(standing.feed(), FeedAlarm.Kind.MISSING, at));
        return timeliness == Timeliness.MISSING && alarms.raise(missing(standing, now));
    }

    private static FeedAlarm missing(FeedStanding standing, Instant now) {
        Expectation due = standing.expectation().orElseThrow();
        Instant at = due.latest(now);
        String fact = "Nothing came for " + due.local(at) + ", nor in the grace of " + words(due.grace()) + " after it"
                + standing.answeredAt()
                        .map(last -> "; the last answer came " + due.local(last))
                        .orElse("")
                + ".";
        return new FeedAlarm(standing.feed(), FeedAlarm.Kind.MISSING, at.toString(), now, "", fact);
    }

    private static String words(Duration grace) {
        return String.format(Locale.ROOT, "%d:%02d hours", grace.toHours(), grace.toMinutesPart());
    }

    /** Files of before the last days are what the others are held against, and nothing to tell of. */
    private int sizes(FeedId feed, Instant now) {
        List<FeedAlarms.Arrived> files = alarms.arrived(feed);
        LocalDate since = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(NEW_DAYS);
        int raised = 0;
        for (int i = 0; i < files.size(); i++) {
            FeedAlarms.Arrived file = files.get(i);
            if (!file.looked() && !file.day().isBefore(since)) {
                List<FeedAlarms.Arrived> before = files.subList(Math.max(0, i - Volume.FILES), i);
                raised += size(feed, before, file, now) + period(feed, before, file, now);
            }
        }
        files.stream().mapToLong(FeedAlarms.Arrived::submission).max().ifPresent(last -> alarms.looked(feed, last));
        return raised;
    }

    private int size(FeedId feed, List<FeedAlarms.Arrived> before, FeedAlarms.Arrived file, Instant now) {
        Optional<Volume.Odd> odd =
                new Volume(before.stream().map(FeedWatch::brought).toList()).odd(brought(file));
        if (odd.isEmpty()) {
            alarms.end(feed, FeedAlarm.Kind.SHRUNKEN, now);
            alarms.end(feed, FeedAlarm.Kind.SWOLLEN, now);
            return 0;
        }
        FeedAlarm.Kind kind = FeedAlarm.Kind.valueOf(odd.get().kind().name());
        String fact = who(odd.get(), file.submission()) + " brought "
                + odd.get().records() + " records; usual are " + odd.get().usual() + ".";
        return raise(new FeedAlarm(feed, kind, String.valueOf(file.submission()), now, "", fact));
    }

    private static String who(Volume.Odd odd, long last) {
        return odd.files() == 1
                ? "Submission " + last
                : "The last " + odd.files() + " submissions, up to " + last + ", together";
    }

    private int period(FeedId feed, List<FeedAlarms.Arrived> before, FeedAlarms.Arrived file, Instant now) {
        if (!Watermark.isStale(before, file)) {
            alarms.end(feed, FeedAlarm.Kind.STALE, now);
            return 0;
        }
        String fact = "Submission " + file.submission() + " came on " + file.day() + " and tells about a period up to "
                + file.periodTo().orElseThrow() + ", which is older than usual.";
        return raise(new FeedAlarm(feed, FeedAlarm.Kind.STALE, String.valueOf(file.submission()), now, "", fact));
    }

    private int raise(FeedAlarm alarm) {
        return alarms.raise(alarm) ? 1 : 0;
    }

    private static Volume.Brought brought(FeedAlarms.Arrived file) {
        return new Volume.Brought(file.day(), file.records());
    }
}
