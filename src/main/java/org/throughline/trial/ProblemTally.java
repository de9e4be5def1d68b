package org.throughline.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.intake.ProblemReport;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;

/** Problems told together where they are alike, as in receipts. Bounded, however many there are. */
final class ProblemTally {
    private static final int KINDS = 500;
    private static final int PLACES = 100;

    private final Map<Kind, Tally> tallies = new LinkedHashMap<>();

    /** Enters a problem of the file or of a member as a whole. */
    void whole(Problem problem) {
        Place place = problem.place();
        add(problem.at(new Place(place.member(), 0, place.line(), place.row(), place.column())), 0);
    }

    /** Enters a problem of a record. */
    void of(TriedRecord record, Problem problem) {
        add(problem, record.number());
    }

    private void add(Problem problem, long record) {
        Kind kind = new Kind(
                problem.code(),
                problem.level(),
                problem.place().member(),
                record == 0 ? "" : problem.place().column(),
                record == 0);
        Tally tally = tallies.get(kind);
        if (tally == null) {
            tally = new Tally(problem, record);
            tallies.put(kind, tally);
        }
        tally.add(problem, record);
    }

    /** True where a problem of a record or of the whole is of this level. */
    boolean has(Level level) {
        return tallies.keySet().stream().anyMatch(kind -> kind.level() == level);
    }

    /** True where the file or a member as a whole has a problem of this level. */
    boolean hasWhole(Level level) {
        return tallies.keySet().stream().anyMatch(kind -> kind.whole() && kind.level() == level);
    }

    /** All kinds: those of the whole, then those of records in the order of the file. */
    List<TrialProblem> all() {
        return tallies.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getValue().first))
                .limit(KINDS)
                .map(entry -> entry.getValue().told(entry.getKey()))
                .toList();
    }

    private record Kind(String code, Level level, String member, String column, boolean whole) {}

    private static final class Tally {
        private final Problem example;
        private final long first;
        private final List<TrialProblem.Told> told = new ArrayList<>();
        private final List<String> facts = new ArrayList<>();
        private long rows;
        private long times;
        private long last;

        Tally(Problem example, long first) {
            this.example = example;
            this.first = first;
        }

        void add(Problem problem, long record) {
            times++;
            rows += record > last ? 1 : 0;
            last = Math.max(last, record);
            if (facts.size() < ProblemReport.FACTS) {
                facts.add(problem.fact());
            }
            if (told.size() < PLACES) {
                told.add(new TrialProblem.Told(problem.place(), problem.told()));
            }
        }

        TrialProblem told(Kind kind) {
            ProblemReport report = new ProblemReport(
                    kind.code(),
                    kind.level().word(),
                    rows,
                    ProblemReport.message(facts, kind.whole(), times),
                    example.guidance(),
                    told.stream().map(TrialProblem.Told::place).toList());
            return new TrialProblem(report, told);
        }
    }
}
