package org.throughline.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.intake.RecordState;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;

/** What a trial keeps of a source record until the whole file is read: its place, and what becomes of it. */
public final class TriedRecord {
    private final long number;
    private final Place place;
    private Optional<RecordState> state;
    private List<Problem> found = List.of();

    TriedRecord(long number, Place place, Optional<RecordState> state) {
        this.number = number;
        this.place = place;
        this.state = state;
    }

    /** Where it stands. */
    public Place place() {
        return place;
    }

    /** What becomes of it; known when the whole file is read. */
    public RecordState state() {
        return state.orElseThrow(() -> new IllegalStateException("The file is not read to its end yet."));
    }

    /** What was found wrong with it only when the whole file was read. */
    public List<Problem> found() {
        return List.copyOf(found);
    }

    /** Its number in the submission, over all members, from 1. */
    long number() {
        return number;
    }

    boolean undecided() {
        return state.isEmpty();
    }

    boolean is(RecordState asked) {
        return state.filter(asked::equals).isPresent();
    }

    void becomes(RecordState decided) {
        state = Optional.of(decided);
    }

    void find(Problem problem) {
        if (found.isEmpty()) {
            found = new ArrayList<>(1);
        }
        found.add(problem.at(place));
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "TriedRecord[" + place + ", " + state + "]";
    }
}
