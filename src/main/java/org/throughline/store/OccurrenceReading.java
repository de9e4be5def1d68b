package org.throughline.store;

import static org.throughline.store.jooq.canonical.Tables.ADMIN_EVENT;

import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.throughline.linkage.ClientMerges;
import org.throughline.measure.Occurrence;

/** Administrative events that measures look at, under the client that goes on. */
final class OccurrenceReading {
    private final DSLContext jooq;
    private final ClientMerges merges;

    OccurrenceReading(DSLContext jooq, ClientMerges merges) {
        this.jooq = jooq;
        this.merges = merges;
    }

    void forEach(Consumer<Occurrence> taker) {
        jooq.select(
                        ADMIN_EVENT.SENDER,
                        ADMIN_EVENT.CLIENT_KEY,
                        ADMIN_EVENT.KEY,
                        ADMIN_EVENT.EVENT_TYPE,
                        ADMIN_EVENT.EVENT_DATE,
                        ADMIN_EVENT.INCIDENT_DATE,
                        ADMIN_EVENT.DISPOSITION)
                .from(ADMIN_EVENT)
                .where(ADMIN_EVENT.RECORDED_TO.isNull())
                .and(ADMIN_EVENT.EVENT_TYPE.in("shelter_stay", "maltreatment_report"))
                .orderBy(ADMIN_EVENT.SENDER, ADMIN_EVENT.KEY)
                .forEach(event -> taker.accept(new Occurrence(
                        MergeReading.record(merges, event.value1(), event.value2()),
                        event.value3(),
                        event.value4(),
                        event.value5(),
                        Optional.ofNullable(event.value6()),
                        event.value7() == null ? "" : event.value7())));
    }
}
