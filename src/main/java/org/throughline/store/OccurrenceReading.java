package org.throughline.store;

import static org.throughline.store.jooq.canonical.Tables.ADMIN_EVENT;

import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.throughline.measure.Occurrence;
import org.throughline.measure.RecordRef;

/** Administrative events that measures look at. */
final class OccurrenceReading {
    private final DSLContext jooq;

    OccurrenceReading(DSLContext jooq) {
        this.jooq = jooq;
    }

    void forEach(Consumer<Occurrence> taker) {
        jooq.selectFrom(ADMIN_EVENT)
                .where(ADMIN_EVENT.RECORDED_TO.isNull())
                .and(ADMIN_EVENT.EVENT_TYPE.in("shelter_stay", "maltreatment_report"))
                .orderBy(ADMIN_EVENT.SENDER, ADMIN_EVENT.KEY)
                .forEach(event -> taker.accept(new Occurrence(
                        new RecordRef(event.getSender(), event.getClientKey()),
                        event.getKey(),
                        event.getEventType(),
                        event.getEventDate(),
                        Optional.ofNullable(event.getIncidentDate()),
                        event.getDisposition() == null ? "" : event.getDisposition())));
    }
}
