package org.throughline.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/**
 * Takes the records of one file together for the checks over groups. A group one of whose records could not be read is not
 * asked: its figures would be wrong.
 */
public final class GroupTally {
    static final int LIMIT = 100_000;

    private final Map<Key, Group> groups = new LinkedHashMap<>();
    private boolean full;
    private boolean unread;

    private record Key(GroupRule rule, List<String> cells) {}

    private static final class Group implements RecordValues {
        private final GroupPart first;
        private final BigDecimal[] figures;
        private final Map<String, Object> seen = new HashMap<>();
        private boolean undecided;

        Group(GroupPart first) {
            this.first = first;
            this.figures = new BigDecimal[first.rule().figures().size()];
        }

        void add(GroupPart part) {
            undecided |= part.undecided();
            for (int i = 0; !undecided && i < figures.length; i++) {
                figures[i] = together(
                        part.rule().figures().get(i), figures[i], part.figures().get(i));
            }
        }

        private static BigDecimal together(GroupFigure figure, BigDecimal before, BigDecimal added) {
            if (before == null || added == null) {
                return before == null ? added : before;
            }
            return figure.kind().together(before, added);
        }

        Problem problem() {
            List<GroupFigure> all = first.rule().figures();
            for (int i = 0; i < figures.length; i++) {
                seen.put(all.get(i).name(), all.get(i).seen(figures[i]));
            }
            return undecided ? null : first.rule().problem(first.place(), this);
        }

        @Override
        public Object value(String name) {
            return seen.containsKey(name) ? seen.get(name) : first.values().get(name);
        }

        @Override
        public String raw(SourceField field) {
            return first.cells().get(first.rule().over().indexOf(field));
        }
    }

    /** Takes up what a record adds. */
    public void add(MappedRecord mapped) {
        for (GroupPart part : mapped.groups()) {
            Key key = new Key(part.rule(), part.cells());
            full |= groups.size() >= LIMIT && !groups.containsKey(key);
            if (!full) {
                groups.computeIfAbsent(key, any -> new Group(part)).add(part);
            }
        }
    }

    /** Takes up that a record could not be read: it might have belonged to any group, so that none can be asked. */
    public void unread() {
        unread = true;
    }

    /** What the checks found, at the first record of each group, in the order of the file. */
    public List<Problem> problems() {
        if (full) {
            return List.of(Problem.of(
                    ProblemCode.GROUPS_TOO_MANY,
                    Level.HOLD_FILE,
                    Place.submission(),
                    String.format("The checks over groups found more than %,d groups.", LIMIT)));
        }
        List<Problem> problems = new ArrayList<>();
        groups.values().stream()
                .filter(group -> !unread)
                .map(Group::problem)
                .filter(Objects::nonNull)
                .forEach(problems::add);
        return problems;
    }
}
