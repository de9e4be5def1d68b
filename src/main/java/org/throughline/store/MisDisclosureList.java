package org.throughline.store;

import static org.jooq.impl.DSL.noCondition;
import static org.throughline.store.jooq.release.Tables.DISCLOSURE;
import static org.throughline.store.jooq.release.Tables.MIS_DISCLOSURE;
import static org.throughline.store.jooq.release.Tables.OUTCOME_FILE;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.throughline.release.MisDisclosure;
import org.throughline.release.MisDisclosureQuery;
import org.throughline.store.jooq.release.tables.OutcomeFile;

/** Reads what was told wrongly, with the file that told it and the one that corrected it. */
final class MisDisclosureList {
    private static final OutcomeFile TOLD = OUTCOME_FILE.as("told");
    private static final OutcomeFile CORRECTED = OUTCOME_FILE.as("corrected");

    private final DSLContext jooq;

    MisDisclosureList(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** The oldest first. */
    List<MisDisclosure> of(MisDisclosureQuery query, boolean keys) {
        return jooq.select(fields())
                .from(MIS_DISCLOSURE)
                .join(DISCLOSURE)
                .on(DISCLOSURE.DISCLOSURE_ID.eq(MIS_DISCLOSURE.DISCLOSURE_ID))
                .join(TOLD)
                .on(TOLD.OUTCOME_FILE_ID.eq(DISCLOSURE.OUTCOME_FILE_ID))
                .join(CORRECTED)
                .on(CORRECTED.OUTCOME_FILE_ID.eq(MIS_DISCLOSURE.CORRECTED_BY))
                .where(only(query))
                .orderBy(MIS_DISCLOSURE.MIS_DISCLOSURE_ID)
                .fetch(row -> misDisclosure(row, keys));
    }

    /** All but the bytes of the files. */
    private static List<SelectFieldOrAsterisk> fields() {
        Stream<Field<?>> files =
                Stream.of(TOLD, CORRECTED).flatMap(file -> file.fieldStream().filter(MisDisclosureList::isShort));
        return Stream.concat(
                        files,
                        Stream.of(
                                MIS_DISCLOSURE.MIS_DISCLOSURE_ID,
                                MIS_DISCLOSURE.SENDER,
                                MIS_DISCLOSURE.MERGE_KEY,
                                MIS_DISCLOSURE.TAKEN_BACK_AT,
                                DISCLOSURE.MEASURES,
                                DISCLOSURE.CLIENT_KEY))
                .map(SelectFieldOrAsterisk.class::cast)
                .toList();
    }

    private static boolean isShort(Field<?> field) {
        return !field.getName().equals(OUTCOME_FILE.CONTENT.getName())
                && !field.getName().equals(OUTCOME_FILE.MANIFEST.getName());
    }

    private static Condition only(MisDisclosureQuery query) {
        return query.sender()
                .map(MIS_DISCLOSURE.SENDER::eq)
                .orElse(noCondition())
                .and(query.recipient().map(DISCLOSURE.RECIPIENT::eq).orElse(noCondition()))
                .and(query.since()
                        .map(since -> MIS_DISCLOSURE.FOUND_AT.ge(since.atOffset(ZoneOffset.UTC)))
                        .orElse(noCondition()));
    }

    private static MisDisclosure misDisclosure(Record row, boolean keys) {
        return new MisDisclosure(
                row.get(MIS_DISCLOSURE.MIS_DISCLOSURE_ID),
                OutcomeFiles.file(row.into(TOLD)),
                List.of(row.get(DISCLOSURE.MEASURES)),
                row.get(MIS_DISCLOSURE.SENDER),
                row.get(MIS_DISCLOSURE.TAKEN_BACK_AT).toInstant(),
                OutcomeFiles.file(row.into(CORRECTED)),
                keys
                        ? Optional.of(new MisDisclosure.Keys(
                                row.get(DISCLOSURE.CLIENT_KEY), row.get(MIS_DISCLOSURE.MERGE_KEY)))
                        : Optional.empty());
    }
}
