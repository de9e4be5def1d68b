package org.throughline.format.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.problem.ProblemCode;

/** What one element holds, and what is wrong in it. */
final class Values {
    static final int LIMIT = 16_000_000;

    private static final int COST = 32;

    private final long line;
    private final List<Value> values = new ArrayList<>();
    private int spent;
    private Fault fault;

    Values(long line) {
        this.line = line;
    }

    /** A value and its path. */
    record Value(Node node, String text) {
        /** Names no value. */
        @Override
        public String toString() {
            return "Value[" + node.column() + "]";
        }
    }

    /**
     * Why a record cannot be read.
     *
     * @param path of the value, as a column is called
     * @param line physical line of the fault itself, from 1
     * @param fact a full sentence without any value
     */
    record Fault(ProblemCode code, String path, long line, String fact) {}

    long line() {
        return line;
    }

    void add(Node node, String text) {
        values.add(new Value(node, text));
    }

    /** False where the element does not fit into memory. */
    boolean spend(int characters) {
        spent += characters + COST;
        return spent <= LIMIT;
    }

    /** Keeps the first fault. */
    void note(Fault newFault) {
        if (fault == null) {
            fault = newFault;
        }
    }

    Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    List<Value> all() {
        return values;
    }
}
