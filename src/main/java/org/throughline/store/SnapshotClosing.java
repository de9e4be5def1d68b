package org.throughline.store;

import static org.throughline.canonical.Entity.ENROLLMENT;
import static org.throughline.canonical.Entity.PROGRAM;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Span;
import org.throughline.intake.Settling;
import org.throughline.intake.SettlingProblem;
import org.throughline.mapping.Period;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/**
 * Finds the records that a snapshot no longer holds: of the same feed, active inside the period that the file covers and, where
 * the file lists programs, in one of these. What lies outside is never touched, and where a row of the file could not be read
 * far enough to know what it stands for, nothing of its kind is closed.
 */
final class SnapshotClosing {
    private final DSLContext jooq;
    private final LoadContext load;
    private final StagingArea staging;
    private final Settling terms;

    SnapshotClosing(DSLContext jooq, LoadContext load, StagingArea staging, Settling terms) {
        this.jooq = jooq;
        this.load = load;
        this.staging = staging;
        this.terms = terms;
    }

    /** Fills {@code stage_closing}; true where the file tells of all that there is in its period. */
    boolean find() {
        List<String> unknown = new ArrayList<>();
        boolean programsListed = staging.staged().contains(PROGRAM);
        for (Map.Entry<Entity, Set<String>> kind : members().entrySet()) {
            Entity entity = kind.getKey();
            staging.ensure(entity);
            if (unreadable(entity, kind.getValue())) {
                unknown.add(entity.table());
            } else {
                close(entity, programsListed);
            }
        }
        if (!unknown.isEmpty()) {
            staging.add(SettlingProblem.snapshotNotClosed(unknown));
        }
        return unknown.isEmpty() && !programsListed;
    }

    private void close(Entity entity, boolean programsListed) {
        List<Object> values = new ArrayList<>();
        String scope = scope(entity, programsListed, values);
        long inScope = count("select count(*) from " + RecordDecision.belief(entity) + " c where " + scope, values);
        List<Object> insert = new ArrayList<>();
        insert.add(entity.table());
        insert.addAll(values);
        int closing = jooq.execute(
                "insert into stage_closing (entity, key, cascade) select ?, c.key, false from "
                        + RecordDecision.belief(entity) + " c where " + scope + absent(entity),
                insert.toArray());
        if (terms.receive().limit().exceededBy(closing, inScope)) {
            tooMany(entity, closing, inScope);
        }
    }

    private String scope(Entity entity, boolean programsListed, List<Object> values) {
        StringBuilder where = new StringBuilder("c.sender = ? and c.feed_id = ? and c.recorded_to is null");
        values.add(load.sender());
        values.add(load.feed());
        Span span = entity.span();
        if (terms.period().isPresent() && span.from().isPresent()) {
            Period period = terms.period().get();
            where.append(" and c.")
                    .append(span.from().get())
                    .append(" <= ? and coalesce(")
                    .append(end(entity));
            where.append(", 'infinity') >= ?");
            values.add(period.to());
            values.add(period.from());
        }
        if (programsListed) {
            where.append(programScope(entity));
        }
        return where.toString();
    }

    private static String end(Entity entity) {
        if (entity == ENROLLMENT) {
            return "(select max(e.exit_date) from canonical.enrollment_exit e where e.sender = c.sender"
                    + " and e.enrollment_key = c.key and e.recorded_to is null)";
        }
        return entity.span().to().map(field -> "c." + field).orElse("null::date");
    }

    private static String programScope(Entity entity) {
        if (entity == ENROLLMENT) {
            return " and c.program_key in (select key from stage_program)";
        }
        if (entity.field("enrollment_key").isEmpty()) {
            return "";
        }
        return " and exists (select 1 from canonical.enrollment n where n.sender = c.sender and n.key ="
                + " c.enrollment_key and n.recorded_to is null and n.program_key in (select key from stage_program))";
    }

    private static String absent(Entity entity) {
        return " and not exists (select 1 from " + StagingArea.table(entity) + " x where x.key = c.key)";
    }

    private boolean unreadable(Entity entity, Set<String> members) {
        return count(
                        "select count(*) from stage_record r where r.member = any(?::text[]) and r.state in ('held',"
                                + " 'rejected') and not exists (select 1 from " + StagingArea.table(entity)
                                + " x where x.seq = r.seq)",
                        List.of((Object) members.toArray(String[]::new)))
                > 0;
    }

    private void tooMany(Entity entity, int closing, long inScope) {
        String keys = String.join(
                ", ",
                jooq
                        .fetchValues("select key from stage_closing where entity = '" + entity.table()
                                + "' order by key limit 100")
                        .stream()
                        .map(String::valueOf)
                        .toList());
        String fact =
                "The file leaves out %d of the %d %s records in its period; without a person's yes a snapshot ends at most %d, or %s %%."
                        .formatted(
                                closing,
                                inScope,
                                entity.table(),
                                terms.receive().limit().records(),
                                terms.receive().limit().percent());
        staging.add(Problem.of(ProblemCode.SNAPSHOT_CLOSES_TOO_MUCH, Place.submission(), fact)
                .telling(fact + " Left out: " + keys));
    }

    private Map<Entity, Set<String>> members() {
        Map<Entity, Set<String>> kinds = new EnumMap<>(Entity.class);
        terms.closedByAbsence()
                .forEach((member, entities) ->
                        entities.forEach(entity -> kinds.computeIfAbsent(entity, any -> new java.util.TreeSet<>())
                                .add(member)));
        return kinds;
    }

    private long count(String sql, List<Object> values) {
        return ((Number) jooq.fetchValue(sql, values.toArray())).longValue();
    }
}
