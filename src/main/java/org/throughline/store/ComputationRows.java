package org.throughline.store;

import static org.throughline.store.jooq.measure.Tables.EVENT_SEEN;
import static org.throughline.store.jooq.measure.Tables.EVENT_STATUS;
import static org.throughline.store.jooq.measure.Tables.RUN;
import static org.throughline.store.jooq.measure.Tables.VALUE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.TableRecord;
import org.throughline.measure.EventStatus;
import org.throughline.measure.LinkGrade;
import org.throughline.measure.MeasureValue;
import org.throughline.measure.SeenEvent;
import org.throughline.measure.Status;
import org.throughline.store.jooq.measure.tables.records.EventStatusRecord;
import org.throughline.store.jooq.measure.tables.records.ValueRecord;

/** Writes one computation of the measures. */
final class ComputationRows {
    private static final int CHUNK = 1_000;

    private final DSLContext jooq;
    private final OffsetDateTime asOf;
    private long run;

    ComputationRows(DSLContext jooq, Instant asOf) {
        this.jooq = jooq;
        this.asOf = Instants.stored(asOf);
    }

    long write(List<EventStatus> statuses, List<MeasureValue> values) {
        run = jooq.insertInto(RUN)
                .set(RUN.AS_OF, asOf)
                .set(RUN.FINISHED_AT, asOf)
                .returning(RUN.RUN_ID)
                .fetchSingle(RUN.RUN_ID);
        insert(statuses.stream().map(this::row).toList());
        insert(seen(statuses));
        insert(values.stream().map(this::row).toList());
        return run;
    }

    private EventStatusRecord row(EventStatus status) {
        var row = jooq.newRecord(EVENT_STATUS);
        row.setRunId(run);
        row.setMeasure(status.measure().id());
        row.setVersion(status.measure().version());
        row.setSender(status.record().sender());
        row.setClientKey(status.record().clientKey());
        row.setIndexKey(status.indexKey());
        row.setClientId(status.client().orElse(null));
        row.setIndexDate(status.indexDate());
        row.setStatus(status.status().name());
        row.setReason(status.reason().map(Enum::name).orElse(null));
        row.setEventDate(status.event().map(SeenEvent::date).orElse(null));
        row.setEventSender(status.event().map(SeenEvent::sender).orElse(null));
        row.setEventKey(status.event().map(SeenEvent::key).orElse(null));
        row.setWindowEnd(status.windowEnd());
        row.setObservedThrough(status.observedThrough().orElse(null));
        row.setLinkGrade(
                status.event().map(SeenEvent::grade).orElse(LinkGrade.NONE).word());
        row.setServiceStart(status.serviceStart());
        row.setEarlierIncident(status.earlierIncident());
        return row;
    }

    private List<TableRecord<?>> seen(List<EventStatus> statuses) {
        Map<List<String>, Long> ids = new HashMap<>();
        jooq.select(EVENT_STATUS.MEASURE, EVENT_STATUS.SENDER, EVENT_STATUS.INDEX_KEY, EVENT_STATUS.EVENT_STATUS_ID)
                .from(EVENT_STATUS)
                .where(EVENT_STATUS.RUN_ID.eq(run))
                .and(EVENT_STATUS.EVENT_DATE.isNotNull())
                .forEach(row -> ids.put(List.of(row.value1(), row.value2(), row.value3()), row.value4()));
        var rows = new ArrayList<TableRecord<?>>();
        for (var status : statuses) {
            for (var event : status.seen()) {
                var row = jooq.newRecord(EVENT_SEEN);
                row.setEventStatusId(
                        ids.get(List.of(status.measure().id(), status.record().sender(), status.indexKey())));
                row.setEventSender(event.sender());
                row.setEventDate(event.date());
                row.setEventKey(event.key());
                row.setLinkGrade(event.grade().word());
                rows.add(row);
            }
        }
        return rows;
    }

    private ValueRecord row(MeasureValue value) {
        var row = jooq.newRecord(VALUE);
        row.setRunId(run);
        row.setMeasure(value.measure().id());
        row.setVersion(value.measure().version());
        row.setSender(value.sender());
        row.setNumerator(value.numerator());
        row.setDenominator(value.denominator());
        row.setExcluded(value.count(Status.EXCLUDED));
        row.setImmature(value.count(Status.IMMATURE));
        row.setUnknown(value.count(Status.UNKNOWN));
        row.setPopulation(value.population());
        row.setEarlierIncident(value.earlierIncidents());
        row.setObservedThrough(value.observedThrough().orElse(null));
        return row;
    }

    private void insert(List<? extends TableRecord<?>> rows) {
        for (int from = 0; from < rows.size(); from += CHUNK) {
            jooq.batchInsert(rows.subList(from, Math.min(rows.size(), from + CHUNK)))
                    .execute();
        }
    }
}
