package org.throughline.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.throughline.intake.ReplayReport;
import org.throughline.linkage.DeterministicEngine;
import org.throughline.linkage.LinkageRun;
import org.throughline.measure.MeasureRun;

/**
 * What would be told differently: links and measures are computed before and after inside the transaction of a dry run, which
 * undoes both, and compared.
 */
final class Restatement {
    private final Database inside;
    private final Clock clock;
    private long before;

    Restatement(Database inside, Clock clock) {
        this.inside = inside;
        this.clock = clock;
    }

    void before() {
        before = compute();
    }

    List<ReplayReport.Told> after() {
        long after = compute();
        List<ReplayReport.Told> told = new ArrayList<>(values(after));
        told.addAll(files(after));
        return told;
    }

    private long compute() {
        new LinkageRun(new JooqClientIndex(inside), new DeterministicEngine()).run(clock);
        return new MeasureRun(new JooqMeasureRecords(inside)).run(clock).run();
    }

    private List<ReplayReport.Told> values(long after) {
        return inside.read(jooq -> jooq.fetch("""
            select measure, sender, b.numerator || '/' || b.denominator as before, a.numerator || '/' || a.denominator as after
              from (select * from measure.value where run_id = ?) b
              full join (select * from measure.value where run_id = ?) a using (measure, version, sender)
             where (a.numerator, a.denominator, a.excluded, a.immature, a.unknown)
                   is distinct from (b.numerator, b.denominator, b.excluded, b.immature, b.unknown)
             order by 1, 2
            """, before, after)
                .map(row -> new ReplayReport.Told(
                        "measure",
                        row.get("measure", String.class) + " " + row.get("sender", String.class),
                        text(row.get("before", String.class)),
                        text(row.get("after", String.class)))));
    }

    private static String text(String value) {
        return value == null ? "none" : value;
    }

    /** The latest outcome file of every provider for whose clients an index event has another status or event. */
    private List<ReplayReport.Told> files(long after) {
        return inside.read(jooq -> jooq.fetch("""
            select f.file_name, d.clients from (
              select sender, count(distinct client_key) as clients
                from (select * from measure.event_status where run_id = ?) b
                full join (select * from measure.event_status where run_id = ?) a
                  using (measure, version, sender, client_key, index_key)
               where (a.status, a.event_date, a.event_sender, a.link_grade, a.observed_through)
                     is distinct from (b.status, b.event_date, b.event_sender, b.link_grade, b.observed_through)
               group by sender) d
              join lateral (select file_name from release.outcome_file o where o.sender = d.sender
                             order by sequence desc limit 1) f on true
             order by 1
            """, before, after)
                .map(row -> new ReplayReport.Told(
                        "outcome file",
                        row.get("file_name", String.class),
                        "as delivered",
                        row.get("clients", Long.class) + " clients otherwise")));
    }
}
