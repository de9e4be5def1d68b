package org.throughline.store;

import static org.jooq.impl.DSL.max;
import static org.throughline.store.jooq.measure.Tables.RUN;
import static org.throughline.store.jooq.measure.Tables.VALUE;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.measure.ClientHistory;
import org.throughline.measure.EventStatus;
import org.throughline.measure.Measure;
import org.throughline.measure.MeasureRecords;
import org.throughline.measure.MeasureValue;
import org.throughline.measure.Status;
import org.throughline.store.jooq.measure.tables.records.ValueRecord;

/** Measures in PostgreSQL: histories from the canonical records and their links, results as one run. */
public final class JooqMeasureRecords implements MeasureRecords {
    private final Database database;

    /** The measures of this database. */
    public JooqMeasureRecords(Database database) {
        this.database = database;
    }

    @Override
    public ClientHistory.Snapshot snapshot() {
        return database.transact(jooq -> {
            if (!database.isEnclosed()) {
                jooq.execute("set transaction isolation level repeatable read, read only");
            }
            return new SnapshotReading(jooq).read();
        });
    }

    @Override
    public long write(Instant asOf, List<EventStatus> statuses, List<MeasureValue> values) {
        return database.transact(jooq -> new ComputationRows(jooq, asOf).write(statuses, values));
    }

    @Override
    public List<MeasureValue> latest() {
        return database.read(jooq -> jooq
                .selectFrom(VALUE)
                .where(VALUE.RUN_ID.eq(jooq.select(max(RUN.RUN_ID)).from(RUN).where(RUN.FINISHED_AT.isNotNull())))
                .orderBy(VALUE.MEASURE, VALUE.SENDER)
                .fetch()
                .stream()
                .flatMap(row -> value(row).stream())
                .toList());
    }

    /** Empty for a version that this hub no longer computes. */
    private static Optional<MeasureValue> value(ValueRecord row) {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        counts.put(Status.NUM, row.getNumerator());
        counts.put(Status.DEN_ONLY, row.getDenominator() - row.getNumerator());
        counts.put(Status.EXCLUDED, row.getExcluded());
        counts.put(Status.IMMATURE, row.getImmature());
        counts.put(Status.UNKNOWN, row.getUnknown());
        return Arrays.stream(Measure.values())
                .filter(measure -> measure.id().equals(row.getMeasure()) && measure.version() == row.getVersion())
                .findFirst()
                .map(measure -> new MeasureValue(
                        measure,
                        row.getSender(),
                        counts,
                        row.getEarlierIncident(),
                        Optional.ofNullable(row.getObservedThrough())));
    }
}
