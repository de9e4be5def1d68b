package org.throughline.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.throughline.intake.ProblemReport;
import org.throughline.problem.Place;

/**
 * The problems of a submission, told together where they are alike: those of records by code, member and column, those of a
 * file or member as a whole by code and member. Bounded, however many there are.
 */
final class ProblemReports {
    private static final int KINDS = 500;
    private static final int PLACES = 100;
    private static final String KIND = "code, level, coalesce(member, '') as of_member,"
            + " case when record_number is null then '' else coalesce(column_name, '') end as of_column,"
            + " record_number is null as whole";

    private final DSLContext jooq;
    private final long submission;

    ProblemReports(DSLContext jooq, long submission) {
        this.jooq = jooq;
        this.submission = submission;
    }

    /** All kinds, in the order in which they were found. */
    List<ProblemReport> all() {
        Map<List<Object>, List<Place>> places = places();
        return jooq.fetch("""
            select %s, count(distinct record_number) as rows, count(*) as times,
                   trim_array(array_agg(fact order by problem_id), greatest(count(*) - %d, 0)::int) as facts, (array_agg(guidance order by problem_id))[1] as guidance
              from intake.problem where submission_id = ? group by 1, 2, 3, 4, 5 order by min(problem_id) limit ?
            """.formatted(KIND, ProblemReport.FACTS), submission, KINDS)
                .map(row -> new ProblemReport(
                        row.get("code", String.class),
                        row.get("level", String.class),
                        row.get("rows", Long.class),
                        message(row),
                        row.get("guidance", String.class),
                        places.getOrDefault(kind(row), List.of())));
    }

    private Map<List<Object>, List<Place>> places() {
        Map<List<Object>, List<Place>> places = new LinkedHashMap<>();
        jooq.fetch("""
            select * from (
              select p.*, row_number() over (partition by of_kind order by problem_id) as nth from (
                select q.*, %s, (code, level, coalesce(member, ''), record_number is null,
                       case when record_number is null then '' else coalesce(column_name, '') end) as of_kind
                  from intake.problem q where submission_id = ?) p) x
             where nth <= ? order by problem_id limit ?
            """.formatted(KIND.substring("code, level, ".length())), submission, PLACES, KINDS * PLACES)
                .forEach(row -> places.computeIfAbsent(kind(row), any -> new ArrayList<>())
                        .add(place(row)));
        return places;
    }

    private static List<Object> kind(Record row) {
        return List.of(
                row.get("code", String.class),
                row.get("level", String.class),
                row.get("of_member", String.class),
                row.get("of_column", String.class),
                row.get("whole", Boolean.class));
    }

    private static String message(Record row) {
        return ProblemReport.message(
                List.of(row.get("facts", String[].class)),
                row.get("whole", Boolean.class),
                row.get("times", Long.class));
    }

    private static Place place(Record row) {
        return new Place(
                text(row.get("member", String.class)),
                number(row.get("record_number", Long.class)),
                number(row.get("line", Long.class)),
                number(row.get("row_number", Long.class)),
                text(row.get("column_name", String.class)));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static long number(Long value) {
        return value == null ? 0 : value;
    }
}
