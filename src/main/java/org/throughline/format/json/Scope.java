package org.throughline.format.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One object that is a record, or that stands around records: its own values and the objects inside it. */
final class Scope {
    private final int level;
    private final long line;
    private final Budget budget;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Scope> inner = new ArrayList<>();
    private Fault fault;
    private Scope around;

    private Scope(int level, long line, Budget budget) {
        this.level = level;
        this.line = line;
        this.budget = budget;
    }

    /** A value and its path. */
    record Leaf(PathNode node, String text) {
        /** Names no value. */
        @Override
        public String toString() {
            return "Leaf[" + node.path() + "]";
        }
    }

    /** How much more of an object fits into memory; it and the objects inside it share one. */
    static final class Budget {
        static final int LIMIT = 16_000_000;

        private int spent;

        /** False where there is no room left. */
        boolean spend(int characters) {
            spent += characters;
            return spent <= LIMIT;
        }
    }

    static Scope outermost(int level, long line) {
        return new Scope(level, line, new Budget());
    }

    /** An object that cannot be read at all. */
    static Scope broken(int level, Fault fault) {
        Scope scope = outermost(level, fault.line());
        scope.note(fault);
        return scope;
    }

    Scope inside(long innerLine) {
        Scope scope = new Scope(level + 1, innerLine, budget);
        scope.around = this;
        inner.add(scope);
        return scope;
    }

    /** Sets this object into another one, which goes on without it. */
    void standIn(Scope outer) {
        around = outer;
    }

    Budget budget() {
        return budget;
    }

    int level() {
        return level;
    }

    long line() {
        return line;
    }

    void add(PathNode node, String text) {
        leaves.add(new Leaf(node, text));
    }

    /** Keeps the first fault. */
    void note(Fault newFault) {
        if (fault == null) {
            fault = newFault;
        }
    }

    /** The fault of this object, or of one around it. */
    Optional<Fault> fault() {
        return fault != null || around == null ? Optional.ofNullable(fault) : around.fault();
    }

    /** Its records, in order: itself at the level of records, or where a fault would be lost otherwise. */
    List<Scope> records(int recordLevel) {
        if (level == recordLevel || inner.isEmpty() && fault != null) {
            return List.of(this);
        }
        return inner.stream()
                .flatMap(scope -> scope.records(recordLevel).stream())
                .toList();
    }

    /** Its values and those of the objects around it. */
    List<Leaf> values() {
        List<Leaf> values = new ArrayList<>(leaves);
        if (around != null) {
            values.addAll(around.values());
        }
        return values;
    }
}
