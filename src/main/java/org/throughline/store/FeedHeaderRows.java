package org.throughline.store;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.throughline.intake.Load;
import org.throughline.problem.ProblemCode;

/** What a feed's last loaded file looked like, and events where this one looks otherwise. */
final class FeedHeaderRows {
    private final DSLContext jooq;
    private final LoadContext load;
    private final Map<String, Load.Look> looks = new LinkedHashMap<>();
    private final List<String> drifts = new ArrayList<>();

    FeedHeaderRows(DSLContext jooq, LoadContext load) {
        this.jooq = jooq;
        this.load = load;
    }

    Optional<Load.Look> last(String member) {
        Record row = jooq.fetchOne(
                "select header, read_count from intake.feed_header where feed_id = ? and member = ?",
                load.feed(),
                member);
        return Optional.ofNullable(row)
                .map(known -> new Load.Look(
                        List.of(known.get("header", String[].class)), known.get("read_count", Long.class)));
    }

    void look(String member, Load.Look look, List<String> facts) {
        looks.put(member, look);
        drifts.addAll(facts);
    }

    /** What was loaded is what the next file is held against. */
    void keep(boolean loaded) {
        if (loaded) {
            looks.forEach(this::keep);
        }
    }

    /** Tells of what changed, once for each submission. */
    void tell() {
        for (String fact : drifts) {
            jooq.execute(
                    "insert into intake.feed_event (sender, feed_id, at, code, fact, guidance) values (?, ?, ?, ?, ?,"
                            + " ?)",
                    load.sender(),
                    load.feed(),
                    Timestamp.from(load.now()),
                    ProblemCode.FILE_DRIFT.name(),
                    "Submission " + load.submission() + ", " + fact,
                    ProblemCode.FILE_DRIFT.guidance());
        }
    }

    private void keep(String member, Load.Look look) {
        jooq.execute("""
            insert into intake.feed_header (feed_id, member, header, read_count, submission_id) values (?, ?, ?, ?, ?)
            on conflict (feed_id, member) do update
              set header = excluded.header, read_count = excluded.read_count, submission_id = excluded.submission_id
            where feed_header.submission_id <= excluded.submission_id
            """, load.feed(), member, look.header().toArray(String[]::new), look.records(), load.submission());
    }
}
