package org.throughline.intake;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Tells whether the period that a feed's files tell about has stopped going on while files still come. */
final class Watermark {
    private static final int ENOUGH = 4;
    private static final int LAST = 12;
    private static final int LEAST_DAYS = 2;

    private Watermark() {}

    /** True where the file lies further behind its period's end than two of the usual pauses between files explain. */
    static boolean isStale(List<FeedAlarms.Arrived> before, FeedAlarms.Arrived file) {
        List<FeedAlarms.Arrived> told =
                before.stream().filter(one -> one.periodTo().isPresent()).toList();
        List<FeedAlarms.Arrived> last = told.subList(Math.max(0, told.size() - LAST), told.size());
        if (last.size() < ENOUGH || file.periodTo().isEmpty()) {
            return false;
        }
        List<Long> pauses = new ArrayList<>();
        for (int i = 1; i < last.size(); i++) {
            pauses.add(days(last.get(i - 1).day(), last.get(i).day()));
        }
        long usual = middle(last.stream().map(Watermark::behind).toList());
        return behind(file) > usual + Math.max(LEAST_DAYS, 2 * middle(pauses));
    }

    private static long behind(FeedAlarms.Arrived file) {
        return days(file.periodTo().orElseThrow(), file.day());
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    private static long middle(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0L);
    }
}
