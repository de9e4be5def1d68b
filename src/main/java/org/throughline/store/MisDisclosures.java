package org.throughline.store;

import java.sql.Timestamp;
import org.jooq.DSLContext;
import org.throughline.store.jooq.release.tables.records.OutcomeFileRecord;

/**
 * Puts on record what a provider was told of a client while a merge joined numbers in that client that its sender took apart
 * again. The file that is written now is the corrected one.
 */
final class MisDisclosures {
    private final DSLContext jooq;

    MisDisclosures(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Enters what was delivered to the recipient of this file under merges that are taken back, once each. */
    void correctedBy(OutcomeFileRecord file) {
        jooq.execute("""
                insert into release.mis_disclosure (disclosure_id, sender, merge_key, taken_back_at, found_at, corrected_by)
                select d.disclosure_id, m.sender, m.key, max(m.recorded_to), ?, ?
                  from release.disclosure d
                  join release.outcome_file f on f.outcome_file_id = d.outcome_file_id and f.delivered_at is not null
                  join linkage.client_link l on l.client_id = d.client_id and l.linked_from <= d.disclosed_at
                   and coalesce(l.linked_to, 'infinity') > d.disclosed_at
                  join canonical.client_merge m on m.sender = l.sender and l.client_key in (m.surviving_key, m.merged_key)
                   and m.recorded_from <= d.disclosed_at and m.recorded_to > d.disclosed_at
                 where d.recipient = ? and cardinality(d.measures) > 0
                   and not exists (select 1 from canonical.client_merge n
                                    where n.sender = m.sender and n.surviving_key = m.surviving_key
                                      and n.merged_key = m.merged_key and n.recorded_to is null)
                 group by d.disclosure_id, m.sender, m.key
                on conflict do nothing
                """, Timestamp.from(file.getWrittenAt().toInstant()), file.getOutcomeFileId(), file.getSender());
    }
}
