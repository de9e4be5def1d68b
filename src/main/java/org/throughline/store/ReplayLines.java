package org.throughline.store;

import java.util.List;
import org.jooq.DSLContext;
import org.throughline.intake.ReplayReport;

/** What a replay did, submission by submission: read from the temporary tables, and kept for good. */
final class ReplayLines {
    private static final String LINES = """
        select o.submission_id, o.file_name, coalesce(vo.number, 0) as version_before, coalesce(vn.number, 0) as version_after,
               o.status as status_before, n.status as status_after,
               coalesce(c.changed, 0) as changed, coalesce(c.begun, 0) as begun, coalesce(c.lost, 0) as lost,
               coalesce(r.newly_held, 0) as newly_held, coalesce(r.newly_accepted, 0) as newly_accepted
          from replay_submission o join intake.submission n using (submission_id)
          left join intake.mapping_version vo on vo.mapping_version_id = o.mapping_version_id
          left join intake.mapping_version vn on vn.mapping_version_id = n.mapping_version_id
          left join (select submission_id, count(*) filter (where kind = 'changed') as changed,
                            count(*) filter (where kind = 'begun') as begun, count(*) filter (where kind = 'lost') as lost
                       from replay_change group by submission_id) c using (submission_id)
          left join (select submission_id,
                            count(*) filter (where now_open and not coalesce(was_open, false)) as newly_held,
                            count(*) filter (where now_taken and not coalesce(was_taken, false)) as newly_accepted
                       from (select submission_id, member, record_number, state in ('held', 'rejected') as now_open,
                                    state in ('accepted', 'unchanged') as now_taken
                               from intake.source_record_state
                              where submission_id in (select submission_id from replay_submission)) x
                       left join (select submission_id, member, record_number, state in ('held', 'rejected') as was_open,
                                         state in ('accepted', 'unchanged') as was_taken from replay_state) y
                         using (submission_id, member, record_number)
                      group by submission_id) r using (submission_id)
         order by o.submission_id
        """;

    private final DSLContext jooq;

    ReplayLines(DSLContext jooq) {
        this.jooq = jooq;
    }

    List<ReplayReport.Line> all() {
        return jooq.fetch(LINES)
                .map(row -> new ReplayReport.Line(
                        row.get("submission_id", Long.class),
                        row.get("file_name", String.class),
                        false,
                        row.get("version_before", Integer.class),
                        row.get("version_after", Integer.class),
                        row.get("status_before", String.class),
                        row.get("status_after", String.class),
                        row.get("changed", Long.class),
                        row.get("begun", Long.class),
                        row.get("lost", Long.class),
                        row.get("newly_held", Long.class),
                        row.get("newly_accepted", Long.class)));
    }

    void keep(long replay, ReplayReport report) {
        for (ReplayReport.Line line : report.lines()) {
            jooq.execute(
                    """
                    insert into intake.replay_submission (replay_id, submission_id, asked, version_before, version_after,
                      status_before, status_after, changed, begun, lost, newly_held, newly_accepted)
                    select ?, o.submission_id, ?, o.mapping_version_id, n.mapping_version_id, o.status, n.status, ?, ?, ?, ?, ?
                      from replay_submission o join intake.submission n using (submission_id) where o.submission_id = ?
                    """,
                    replay,
                    line.asked(),
                    line.changed(),
                    line.begun(),
                    line.lost(),
                    line.newlyHeld(),
                    line.newlyAccepted(),
                    line.submission());
        }
    }
}
