package org.throughline.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.throughline.canonical.Entity;
import org.throughline.intake.Progress;
import org.throughline.mapping.Mapping;
import org.throughline.problem.Level;
import org.throughline.problem.Place;

/** Compares what two mappings make of a file, record by record; tells places and counts, never a value. */
public final class MappingComparison {
    private final Mapping before;
    private final Mapping after;

    /** A comparison of an earlier mapping with a later one. */
    public MappingComparison(Mapping before, Mapping after) {
        this.before = before;
        this.after = after;
    }

    /** What the later mapping makes otherwise of the same file. */
    public RowDifference of(TrialFile file) {
        Rows was = new Rows();
        TrialResult first = new Trial(before).run(file, was, Progress.SILENT);
        Rows is = new Rows();
        TrialResult second = new Trial(after).run(file, is, Progress.SILENT);
        Walk walk = new Walk();
        was.all()
                .forEach((id, row) -> walk.row(row, Optional.ofNullable(is.all().get(id))));
        is.all().forEach((id, row) -> {
            if (!was.all().containsKey(id)) {
                walk.onlyNow(row);
            }
        });
        wholeProblems(walk, first, second);
        return walk.difference(
                first, second, Math.max(was.all().size(), is.all().size()));
    }

    private static void wholeProblems(Walk walk, TrialResult first, TrialResult second) {
        Set<String> had = whole(first);
        Set<String> has = whole(second);
        walk.codes(had, has);
    }

    private static Set<String> whole(TrialResult result) {
        Set<String> codes = new HashSet<>();
        result.problems().stream()
                .map(TrialProblem::report)
                .filter(report -> report.rows() == 0 && !report.level().equals(Level.NOTE.word()))
                .forEach(report -> codes.add(report.code()));
        return codes;
    }

    private static final class Walk {
        private static final int PLACES = 100;

        private final FieldChanges fields = new FieldChanges();
        private final Spot changed = new Spot();
        private final Spot held = new Spot();
        private final Spot taken = new Spot();
        private final Spot lost = new Spot();
        private final Map<String, RowDifference.Shift> problems = new TreeMap<>();

        private static final class Spot {
            private final List<Place> first = new ArrayList<>();
            private long count;

            void add(Place place) {
                count++;
                if (first.size() < PLACES) {
                    first.add(place);
                }
            }

            RowDifference.Places places() {
                return new RowDifference.Places(count, first);
            }
        }

        void row(Rows.Row was, Optional<Rows.Row> now) {
            Place place = was.tried().place();
            codes(was.codes(), now.map(Rows.Row::codes).orElse(Set.of()));
            if (!was.taken()) {
                if (now.filter(Rows.Row::taken).isPresent()) {
                    taken.add(place);
                }
                return;
            }
            if (now.isPresent() && !now.get().taken()) {
                held.add(place);
            } else if (was.speaks() && now.filter(Rows.Row::speaks).isEmpty()) {
                lost.add(place);
            } else if (now.isPresent() && differs(was.told(), now.get().told(), place)) {
                changed.add(place);
            }
        }

        void onlyNow(Rows.Row now) {
            codes(Set.of(), now.codes());
            if (now.taken()) {
                taken.add(now.tried().place());
            } else {
                held.add(now.tried().place());
            }
        }

        void codes(Set<String> had, Set<String> has) {
            had.stream().filter(code -> !has.contains(code)).forEach(code -> shift(code, 1, 0));
            has.stream().filter(code -> !had.contains(code)).forEach(code -> shift(code, 0, 1));
        }

        private void shift(String code, long gone, long fresh) {
            problems.merge(
                    code,
                    new RowDifference.Shift(gone, fresh),
                    (one, other) -> new RowDifference.Shift(one.gone() + other.gone(), one.fresh() + other.fresh()));
        }

        private boolean differs(List<Told> was, List<Told> now, Place place) {
            boolean differs = false;
            List<Told> left = new ArrayList<>(now);
            for (Told before : was) {
                Optional<Told> same = left.stream().filter(before::isAbout).findFirst();
                if (same.isPresent()) {
                    left.remove(same.get());
                    differs |= fields.compare(before, same.get(), place);
                } else {
                    fields.went(before.entity(), place);
                    differs = true;
                }
            }
            left.forEach(told -> fields.came(told.entity(), place));
            return differs || !left.isEmpty();
        }

        RowDifference difference(TrialResult first, TrialResult second, long rows) {
            return new RowDifference(
                    first.file(),
                    rows,
                    first.status(),
                    second.status(),
                    changed.places(),
                    fields.all(),
                    held.places(),
                    taken.places(),
                    lost.places(),
                    problems);
        }
    }

    /**
     * What two files say of the same keys, each under its own mapping.
     *
     * @param same entity to how many keys both say the same of
     * @param differ entity to how many keys they say something else of
     * @param onlyBefore entity to how many keys only the first speaks of
     * @param onlyAfter entity to how many keys only the second speaks of
     * @param fields in which fields they differ
     */
    public record Contents(
            TrialResult before,
            TrialResult after,
            Map<String, Long> same,
            Map<String, Long> differ,
            Map<String, Long> onlyBefore,
            Map<String, Long> onlyAfter,
            List<FieldChange> fields) {}

    /** What a file under the later mapping says otherwise than another under the earlier one, by key. */
    public Contents of(TrialFile earlier, TrialFile later) {
        Rows was = new Rows();
        TrialResult first = new Trial(before).run(earlier, was, Progress.SILENT);
        Rows is = new Rows();
        TrialResult second = new Trial(after).run(later, is, Progress.SILENT);
        return contents(first, second, new Keys(was), new Keys(is));
    }

    private static Contents contents(TrialResult first, TrialResult second, Keys was, Keys is) {
        FieldChanges fields = new FieldChanges();
        Contents contents = new Contents(
                first, second, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        was.told.forEach((key, before) -> {
            Keys.Known now = is.told.get(key);
            if (now == null) {
                fields.went(key.entity(), before.place());
                count(contents.onlyBefore(), key.entity());
            } else {
                boolean differs = fields.compare(before.told(), now.told(), now.place());
                count(differs ? contents.differ() : contents.same(), key.entity());
            }
        });
        is.told.forEach((key, now) -> {
            if (!was.told.containsKey(key)) {
                fields.came(key.entity(), now.place());
                count(contents.onlyAfter(), key.entity());
            }
        });
        contents.fields().addAll(fields.all());
        return contents;
    }

    private static void count(Map<String, Long> counts, Entity entity) {
        counts.merge(entity.table(), 1L, Long::sum);
    }

    /** What the records that are taken say, by key. */
    private static final class Keys {
        private final Map<Key, Known> told = new LinkedHashMap<>();

        private record Key(Entity entity, String key) {}

        private record Known(Told told, Place place) {}

        Keys(Rows rows) {
            rows.all().values().stream()
                    .filter(Rows.Row::taken)
                    .forEach(row -> row.told()
                            .forEach(one -> told.merge(
                                    new Key(one.entity(), one.key()),
                                    new Known(one, row.tried().place()),
                                    (known, next) -> known.told().mention() ? next : known)));
        }
    }
}
