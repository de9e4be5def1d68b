package org.throughline.store;

import java.util.EnumSet;
import java.util.Set;
import org.jooq.DSLContext;
import org.throughline.canonical.CanonicalRecord;
import org.throughline.canonical.Entity;
import org.throughline.canonical.Field;
import org.throughline.intake.SettlingProblem;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/**
 * Decides every staged record by itself, set by set: the same key twice, parents that are not here, what is new and what the
 * hub believes already. A record whose state is still empty has nothing against it. Which of two rows is older is told by the
 * day: many systems write no time into their change dates, so that within a day the file that arrives later wins. A record of
 * which a row tells the key alone is a mention: it stands where nothing is known, and never takes the place of what is.
 */
final class RecordDecision {
    private final DSLContext jooq;
    private final LoadContext load;
    private final StagingArea staging;
    private final Set<Entity> staged;
    private final Set<Entity> repeating = EnumSet.noneOf(Entity.class);
    private final boolean inOrder;
    private final TakenBack takenBack;

    /**
     * A decision.
     *
     * @param inOrder true where the file tells what happened in order, so that the last record of a key counts
     */
    RecordDecision(DSLContext jooq, LoadContext load, StagingArea staging, boolean inOrder) {
        this.jooq = jooq;
        this.load = load;
        this.staging = staging;
        this.staged = staging.staged();
        this.inOrder = inOrder;
        this.takenBack = new TakenBack(jooq, load);
    }

    /**
     * Decides all.
     *
     * @param past kinds of record of which a later snapshot has told all already
     */
    void decide(Set<Entity> past) {
        staged.stream().filter(staging::repeats).forEach(repeating::add);
        if (!inOrder) {
            holdKeysThatStandTwice();
        }
        awaitParents();
        compareWithBeliefs(past);
        settleStates();
        new MergeNotes(jooq, load, staged).note();
    }

    private void holdKeysThatStandTwice() {
        for (Entity entity : repeating) {
            addProblem(SettlingProblem.keyTwice(entity), """
                select distinct x.seq from %1$s x join stage_record r on r.seq = x.seq and r.state is null
                 where (x.retracted or x.content_hash <> '%2$s') and x.key in (select y.key from %1$s y join stage_record q on q.seq = y.seq and q.state is null
                                   where y.retracted or y.content_hash <> '%2$s'
                                  group by y.key having min(y.content_hash || y.retracted) <> max(y.content_hash || y.retracted))
                """.formatted(
                            StagingArea.table(entity), CanonicalRecord.mentionHash(entity)));
        }
        jooq.execute("update stage_record r set state = 'held' from stage_problem p"
                + " where p.seq = r.seq and r.state is null and p.code = 'KEY_TWICE'");
    }

    private void awaitParents() {
        int found;
        do {
            for (Entity entity : staged) {
                entity.fields().stream()
                        .filter(field -> field.parent().isPresent())
                        .forEach(field -> await(entity, field));
            }
            found = jooq.execute(
                    "update stage_record set state = 'waiting' where state is null and seq in (select seq from"
                            + " stage_waiting)");
        } while (found > 0);
        addProblem(SettlingProblem.parentMissing(), "select distinct seq from stage_waiting");
    }

    private void await(Entity entity, Field reference) {
        Entity parent = Entity.named(reference.parent().orElseThrow()).orElseThrow();
        boolean parentInFile = staged.contains(parent);
        jooq.execute(
                """
                insert into stage_waiting (seq, entity, key, changed)
                select distinct x.seq, ?, x.%1$s, x.source_updated_at::date from %2$s x join stage_record r on r.seq = x.seq and r.state is null
                 where not x.retracted and x.%1$s is not null
                   and not exists (select 1 from %3$s c where c.sender = ? and c.key = x.%1$s and c.recorded_to is null %4$s)
                   and not %6$s
                   %5$s
                """.formatted(
                        reference.name(),
                        StagingArea.table(entity),
                        belief(parent),
                        parentInFile ? "and not " + inFile(parent, "c.key", "y.retracted") : "",
                        parentInFile ? "and not " + inFile(parent, "x." + reference.name(), "not y.retracted") : "",
                        takenBack.parentGone(parent, reference.name())),
                parent.table(),
                load.sender());
    }

    private static String inFile(Entity parent, String key, String condition) {
        return "exists (select 1 from %s y join stage_record q on q.seq = y.seq and q.state is null where y.key = %s and %s)"
                .formatted(StagingArea.table(parent), key, condition);
    }

    private void compareWithBeliefs(Set<Entity> past) {
        for (Entity entity : staged) {
            jooq.execute(
                    """
                insert into %1$s (seq, number, key, retracted, source_updated_at, outcome, believed)
                select seq, number, key, retracted, source_updated_at, outcome,
                       case when outcome in ('replace', 'close')
                              or outcome = 'same' and not retracted and source_updated_at > coalesce(known_at, '-infinity')
                            then believed end
                  from (
                select y.seq, y.number, y.key, y.retracted, y.source_updated_at,
                       c.%7$s as believed, c.source_updated_at as known_at,
                       case when %6$s then 'past'
                            when y.nth > 1 then 'repeat'
                            when c.key is null then case when y.retracted then 'same' else 'new' end
                            when not y.retracted and c.content_hash = y.content_hash then 'same'
                            when not y.retracted and y.content_hash = '%4$s' then 'known'
                            when not y.retracted and c.content_hash = '%4$s' then 'replace'
                            when y.source_updated_at::date < c.source_updated_at::date then 'stale'
                            when c.submission_id > ? and coalesce(y.source_updated_at::date <= c.source_updated_at::date, true) then 'stale'
                            when y.retracted then 'close' else 'replace' end as outcome
                  from (select x.seq, x.number, x.key, x.retracted, x.source_updated_at, x.content_hash,
                               %5$s as nth
                          from %2$s x join stage_record r on r.seq = x.seq and r.state is null) y
                  left join %3$s c on c.sender = ? and c.key = y.key and c.recorded_to is null) decided
                """.formatted(
                                    StagingArea.decided(entity),
                                    StagingArea.table(entity),
                                    belief(entity),
                                    CanonicalRecord.mentionHash(entity),
                                    nth(entity),
                                    past.contains(entity),
                                    id(entity)),
                    load.submission(),
                    load.sender());
            takenBack.outdate(entity);
            staging.describeDecided(entity);
        }
    }

    /** Which of the rows of one key counts: the first, or the last where the file tells what happened in order. */
    private String nth(Entity entity) {
        if (!repeating.contains(entity)) {
            return "1";
        }
        return "row_number() over (partition by x.key order by not x.retracted and x.content_hash = '"
                + CanonicalRecord.mentionHash(entity) + "', "
                + (inOrder ? "r.line desc nulls last, x.number desc" : "x.number") + ")";
    }

    private void settleStates() {
        for (Entity entity : staged) {
            noteOlder(
                    entity, "stale", "The hub holds a version of this " + entity.table() + " that was changed later.");
            noteOlder(entity, "gone", "The sender took this " + entity.table() + " back later.");
            noteOlder(entity, "past", "A later file of the feed leaves this " + entity.table() + " out.");
            if (inOrder) {
                noteEarlierOnes(entity);
            }
        }
    }

    private void noteOlder(Entity entity, String outcome, String fact) {
        addProblem(
                Problem.of(ProblemCode.OLDER_THAN_KNOWN, Place.submission(), fact),
                "select distinct seq from " + StagingArea.decided(entity) + " where outcome = '" + outcome + "'");
    }

    private void noteEarlierOnes(Entity entity) {
        addProblem(SettlingProblem.laterInFile(entity), """
            select distinct x.seq from %2$s d join %1$s x on x.number = d.number
              join %2$s e on e.key = d.key and e.outcome <> 'repeat'
              join %1$s w on w.number = e.number
             where d.outcome = 'repeat' and (w.content_hash <> x.content_hash or w.retracted <> x.retracted)
            """.formatted(
                        StagingArea.table(entity), StagingArea.decided(entity)));
    }

    private void addProblem(Problem problem, String records) {
        addProblem(jooq, problem, records);
    }

    static void addProblem(DSLContext jooq, Problem problem, String records) {
        jooq.execute(
                """
                insert into stage_problem (seq, member, record_number, line, row_number, code, level, fact, told, guidance)
                select r.seq, r.member, r.record_number, r.line, r.row_number, ?, ?, ?, ?, ?
                  from stage_record r where r.seq in (%s)
                """.formatted(records),
                problem.code(),
                problem.level().word(),
                problem.fact(),
                problem.told(),
                problem.guidance());
    }

    static String belief(Entity entity) {
        return entity.schema() + "." + entity.table();
    }

    /** The column that numbers the beliefs of a kind. */
    static String id(Entity entity) {
        return entity.table() + "_id";
    }
}
