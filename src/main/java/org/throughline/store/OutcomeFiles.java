package org.throughline.store;

import static org.jooq.impl.DSL.noCondition;
import static org.throughline.store.jooq.release.Tables.DISCLOSURE;
import static org.throughline.store.jooq.release.Tables.OUTCOME_FILE;
import static org.throughline.store.jooq.release.Tables.OUTCOME_ROW;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.throughline.release.Disclosure;
import org.throughline.release.OutcomeDraft;
import org.throughline.release.OutcomeFile;
import org.throughline.release.OutcomeRow;
import org.throughline.release.OutcomeStatus;
import org.throughline.release.WrittenFile;
import org.throughline.store.jooq.release.tables.records.DisclosureRecord;
import org.throughline.store.jooq.release.tables.records.OutcomeFileRecord;
import org.throughline.store.jooq.release.tables.records.OutcomeRowRecord;

/** Outcome files with their rows and accounting, as rows of the schema {@code release}. */
final class OutcomeFiles {
    private final DSLContext jooq;

    OutcomeFiles(DSLContext jooq) {
        this.jooq = jooq;
    }

    Optional<WrittenFile> latest(String sender, boolean delivered) {
        return jooq.selectFrom(OUTCOME_FILE)
                .where(OUTCOME_FILE.SENDER.eq(sender))
                .and(delivered ? OUTCOME_FILE.DELIVERED_AT.isNotNull() : noCondition())
                .orderBy(OUTCOME_FILE.SEQUENCE.desc())
                .limit(1)
                .fetchOptional()
                .map(this::written);
    }

    private WrittenFile written(OutcomeFileRecord file) {
        List<OutcomeRow> rows = jooq.selectFrom(OUTCOME_ROW)
                .where(OUTCOME_ROW.OUTCOME_FILE_ID.eq(file.getOutcomeFileId()))
                .orderBy(OUTCOME_ROW.ROW_NUMBER)
                .fetch(OutcomeFiles::row);
        List<Disclosure> disclosures = jooq.selectFrom(DISCLOSURE)
                .where(DISCLOSURE.OUTCOME_FILE_ID.eq(file.getOutcomeFileId()))
                .fetchStream()
                .map(OutcomeFiles::disclosure)
                .sorted(Comparator.comparing(Disclosure::clientKey))
                .toList();
        Set<String> addresses = jooq.selectDistinct(DISCLOSURE.RECIPIENT_ADDRESS)
                .from(DISCLOSURE)
                .where(DISCLOSURE.OUTCOME_FILE_ID.eq(file.getOutcomeFileId()))
                .fetchSet(DISCLOSURE.RECIPIENT_ADDRESS);
        return new WrittenFile(file(file), file.getManifest().data(), rows, disclosures, addresses);
    }

    static OutcomeFile file(OutcomeFileRecord row) {
        return new OutcomeFile(
                row.getOutcomeFileId(),
                row.getSender(),
                row.getSequence(),
                row.getFileName(),
                row.getWrittenAt().toInstant(),
                row.getSha256(),
                row.getRowCount(),
                Optional.ofNullable(row.getDeliveredAt()).map(OffsetDateTime::toInstant));
    }

    private static OutcomeRow row(OutcomeRowRecord row) {
        return new OutcomeRow(
                row.getClientKey(),
                row.getMeasure(),
                row.getVersion(),
                OutcomeStatus.valueOf(row.getStatus()),
                Optional.ofNullable(row.getEventMonth()).map(YearMonth::parse),
                Optional.ofNullable(row.getEventDate()),
                row.getWindowName(),
                Optional.ofNullable(row.getObservedThrough()),
                row.getChanged());
    }

    private static Disclosure disclosure(DisclosureRecord row) {
        return new Disclosure(
                row.getClientKey(),
                Optional.ofNullable(row.getClientId()),
                List.of(row.getMeasures()),
                List.of(row.getAgreements()),
                List.of(row.getPolicyRules()),
                List.of(row.getConsents()),
                List.of(row.getDataClasses()),
                row.getLegalBasis(),
                row.getDescription());
    }

    OutcomeFile append(OutcomeDraft draft) {
        OutcomeFileRecord file = jooq.newRecord(OUTCOME_FILE);
        file.setSender(draft.recipient().sender());
        file.setSequence(draft.sequence());
        file.setFileName(draft.name());
        file.setMeasureRun(draft.measureRun());
        file.setWrittenAt(draft.writtenAt().atOffset(ZoneOffset.UTC));
        file.setLocalDay(draft.localDay());
        file.setSha256(draft.sha256());
        file.setSizeBytes((long) draft.content().length);
        file.setRowCount((long) draft.rows().size());
        file.setSupersedes(draft.supersedes().map(OutcomeFile::id).orElse(null));
        file.setManifest(JSONB.jsonb(draft.manifest()));
        file.setContent(draft.content());
        file.insert();
        appendRows(file, draft.rows());
        jooq.batchInsert(draft.disclosures().stream()
                        .map(entry -> disclosure(file, draft, entry))
                        .toList())
                .execute();
        new MisDisclosures(jooq).correctedBy(file);
        return file(file);
    }

    private void appendRows(OutcomeFileRecord file, List<OutcomeRow> rows) {
        List<OutcomeRowRecord> records = new ArrayList<>();
        for (OutcomeRow row : rows) {
            records.add(row(file, records.size() + 1L, row));
        }
        jooq.batchInsert(records).execute();
    }

    private OutcomeRowRecord row(OutcomeFileRecord file, long number, OutcomeRow row) {
        OutcomeRowRecord told = jooq.newRecord(OUTCOME_ROW);
        told.setOutcomeFileId(file.getOutcomeFileId());
        told.setRowNumber(number);
        told.setSender(file.getSender());
        told.setClientKey(row.clientKey());
        told.setMeasure(row.measure());
        told.setVersion(row.version());
        told.setStatus(row.status().name());
        told.setEventMonth(row.eventMonth().map(YearMonth::toString).orElse(null));
        told.setEventDate(row.eventDate().orElse(null));
        told.setWindowName(row.window());
        told.setObservedThrough(row.observedThrough().orElse(null));
        told.setChanged(row.changed());
        return told;
    }

    private DisclosureRecord disclosure(OutcomeFileRecord file, OutcomeDraft draft, Disclosure entry) {
        DisclosureRecord accounted = jooq.newRecord(DISCLOSURE);
        accounted.setOutcomeFileId(file.getOutcomeFileId());
        accounted.setRecipient(file.getSender());
        accounted.setRecipientAddress(draft.recipient().address());
        accounted.setClientId(entry.jointClient().orElse(null));
        accounted.setClientKey(entry.clientKey());
        accounted.setMeasures(entry.measures().toArray(String[]::new));
        accounted.setAgreements(entry.agreements().toArray(String[]::new));
        accounted.setPolicyRules(entry.policyRules().toArray(String[]::new));
        accounted.setConsents(entry.consents().toArray(Long[]::new));
        accounted.setDataClasses(entry.dataClasses().toArray(String[]::new));
        accounted.setPurpose(draft.purpose());
        accounted.setLegalBasis(entry.legalBasis());
        accounted.setDescription(entry.description());
        accounted.setFileSha256(draft.sha256());
        accounted.setDisclosedAt(file.getWrittenAt());
        return accounted;
    }
}
