package org.throughline.store;

import static org.throughline.store.jooq.intake.Tables.FEED_EXPECTATION;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.types.YearToSecond;
import org.throughline.intake.DaysOff;
import org.throughline.intake.Expectation;
import org.throughline.intake.Holidays;
import org.throughline.store.jooq.intake.tables.records.FeedExpectationRecord;

/** When feeds are due, with the holidays as they were applied. What is said anew holds from now on. */
final class ExpectationRows {
    private final DSLContext jooq;
    private final OffsetDateTime now;

    ExpectationRows(DSLContext jooq, OffsetDateTime now) {
        this.jooq = jooq;
        this.now = now;
    }

    void write(Long feed, Optional<Expectation> due) {
        Optional<FeedExpectationRecord> before =
                jooq.fetchOptional(FEED_EXPECTATION, FEED_EXPECTATION.FEED_ID.eq(feed));
        Optional<FeedExpectationRecord> stated = due.map(expectation -> row(feed, expectation));
        stated.ifPresent(row -> row.setSince(before.filter(old -> isSame(old, row))
                .map(FeedExpectationRecord::getSince)
                .orElse(now)));
        jooq.deleteFrom(FEED_EXPECTATION)
                .where(FEED_EXPECTATION.FEED_ID.eq(feed))
                .execute();
        stated.ifPresent(FeedExpectationRecord::insert);
    }

    /** The same rhythm; what holidays and grace say may change without starting anew. */
    private static boolean isSame(FeedExpectationRecord before, FeedExpectationRecord stated) {
        return before.getEvery().equals(stated.getEvery())
                && Optional.ofNullable(before.getDueOn()).equals(Optional.ofNullable(stated.getDueOn()))
                && before.getDueBy().equals(stated.getDueBy())
                && before.getZone().equals(stated.getZone());
    }

    private FeedExpectationRecord row(Long feed, Expectation due) {
        FeedExpectationRecord row = jooq.newRecord(FEED_EXPECTATION);
        row.setFeedId(feed);
        row.setEvery(due.every());
        row.setDueOn(due.on().orElse(null));
        row.setDueBy(due.by());
        row.setZone(due.zone().getId());
        row.setGrace(YearToSecond.valueOf(due.grace()));
        due.daysOff().ifPresent(off -> {
            row.setCalendar(off.holidays().calendar());
            row.setOnHoliday(off.move().word());
            row.setHolidays(
                    off.holidays().days().stream().map(Holidays.Holiday::text).toArray(String[]::new));
        });
        return row;
    }

    /** The holidays in a row of an expectation. */
    static Optional<DaysOff> daysOff(Record row) {
        return Optional.ofNullable(row.get("calendar", String.class))
                .map(calendar -> new DaysOff(
                        new Holidays(
                                calendar,
                                Arrays.stream(row.get("holidays", String[].class))
                                        .map(Holidays.Holiday::parse)
                                        .toList()),
                        DaysOff.Move.of(row.get("on_holiday", String.class))));
    }
}
