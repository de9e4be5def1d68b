package org.throughline.store;

import static org.throughline.canonical.Entity.CLIENT_MERGE;
import static org.throughline.canonical.Entity.CLIENT_RECORD;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.throughline.canonical.Entity;
import org.throughline.intake.SettlingProblem;
import org.throughline.linkage.ClientMerges;
import org.throughline.linkage.ClientRef;
import org.throughline.linkage.MergeStanding;
import org.throughline.linkage.StatedMerge;

/** Tells the sender of a merge that is stored and not in force, and why: a circle, several targets, a ruling, nobody to go on. */
final class MergeNotes {
    private final DSLContext jooq;
    private final LoadContext load;
    private final Set<Entity> staged;
    private final Map<Long, StatedMerge> told = new LinkedHashMap<>();

    MergeNotes(DSLContext jooq, LoadContext load, Set<Entity> staged) {
        this.jooq = jooq;
        this.load = load;
        this.staged = staged;
    }

    /** Adds a problem to each staged merge that would not be in force when the file is loaded. */
    void note() {
        if (!staged.contains(CLIENT_MERGE)) {
            return;
        }
        ClientMerges merges = ClientMerges.of(stated(), present()::contains, JooqRulings.current(jooq));
        told.entrySet().stream()
                .filter(row -> !row.getValue().merged().equals(row.getValue().survivor()))
                .collect(Collectors.groupingBy(row -> merges.standing(row.getValue())))
                .forEach((standing, rows) -> note(
                        standing,
                        rows.stream().map(row -> String.valueOf(row.getKey())).collect(Collectors.joining(", "))));
    }

    private void note(MergeStanding standing, String records) {
        if (standing != MergeStanding.IN_FORCE) {
            RecordDecision.addProblem(
                    jooq, SettlingProblem.merge(standing == MergeStanding.AWAITS_SURVIVOR, standing.words()), records);
        }
    }

    /** What will be stated when the file is loaded. */
    private Set<StatedMerge> stated() {
        Set<StatedMerge> stated = new HashSet<>();
        jooq.fetch("""
                select c.surviving_key, c.merged_key, null::bigint as seq from canonical.client_merge c
                 where c.sender = ? and c.recorded_to is null and not exists (select 1 from stage_decided_client_merge d
                   where d.key = c.key and d.outcome in ('replace', 'close'))
                union all
                select x.surviving_key, x.merged_key, x.seq from stage_client_merge x
                  join stage_decided_client_merge d on d.number = x.number
                 where d.outcome in ('new', 'replace')
                """, load.sender()).forEach(row -> {
            StatedMerge merge =
                    new StatedMerge(client(row.get(0, String.class)), client(row.get(1, String.class)), Instant.EPOCH);
            stated.add(merge);
            if (row.get(2) != null) {
                told.put(row.get(2, Long.class), merge);
            }
        });
        return stated;
    }

    private Set<ClientRef> present() {
        String here = """
            select c.key from canonical.client_record c join canonical.client_merge m
                on m.sender = c.sender and m.surviving_key = c.key and m.recorded_to is null
             where c.sender = ? and c.recorded_to is null
            union
            select c.key from canonical.client_record c join stage_client_merge m on m.surviving_key = c.key
             where c.sender = ? and c.recorded_to is null
            """;
        String coming = staged.contains(CLIENT_RECORD)
                ? " union select key from stage_decided_client_record where outcome in ('new', 'replace', 'same') and not retracted"
                : "";
        return jooq.fetch(here + coming, load.sender(), load.sender()).intoSet(row -> client(row.get(0, String.class)));
    }

    private ClientRef client(String key) {
        return new ClientRef(load.sender(), key);
    }
}
