package org.throughline.store;

import static org.throughline.store.jooq.release.Tables.ACKNOWLEDGEMENT;
import static org.throughline.store.jooq.release.Tables.OUTCOME_FILE;

import java.time.ZoneOffset;
import java.util.Optional;
import org.throughline.release.AcknowledgedFile;
import org.throughline.release.AcknowledgementStore;
import org.throughline.release.OutcomeFile;

/** Keeps acknowledgements in the schema {@code release}. */
public final class JooqAcknowledgementStore implements AcknowledgementStore {
    private final Database database;

    public JooqAcknowledgementStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<OutcomeFile> file(String recipient, String name) {
        return database.read(jooq -> jooq.selectFrom(OUTCOME_FILE)
                .where(OUTCOME_FILE.SENDER.eq(recipient))
                .and(OUTCOME_FILE.FILE_NAME.eq(name))
                .fetchOptional(OutcomeFiles::file));
    }

    @Override
    public void record(OutcomeFile file, AcknowledgedFile word) {
        database.run(jooq -> {
            var row = jooq.newRecord(ACKNOWLEDGEMENT);
            row.setOutcomeFileId(file.id());
            row.setSender(file.recipient());
            row.setFileName(word.name());
            row.setSha256(word.sha256());
            row.setRowCount(word.rows());
            row.setOutcome(word.accepted() ? "accepted" : "refused");
            row.setReceivedAt(word.receivedAt().atOffset(ZoneOffset.UTC));
            row.merge();
        });
    }
}
