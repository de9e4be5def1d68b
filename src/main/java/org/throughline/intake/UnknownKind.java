package org.throughline.intake;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.throughline.format.BrokenInput;
import org.throughline.format.BrokenRecord;
import org.throughline.format.Reading;
import org.throughline.format.RecordKinds;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/**
 * Keeps the records of a kind that the mapping does not take: each is held with its whole text, and none is lost. What cannot
 * be read is rejected with its own problem.
 */
final class UnknownKind {
    private final MemberFile file;
    private final Load load;

    UnknownKind(MemberFile file, Load load) {
        this.file = file;
        this.load = load;
    }

    /** Holds every record; returns how many there are. */
    long hold(RecordKinds kinds) throws IOException {
        long records = 0;
        try (RecordReader reader = kinds.whole(file.bytes(), file.name())) {
            load.member(file.name(), reader.header());
            for (Optional<Reading> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (next.get() instanceof BrokenInput broken) {
                    load.problem(broken.problem());
                } else {
                    hold(next.get());
                    records++;
                }
            }
        }
        return records;
    }

    private void hold(Reading reading) {
        if (reading instanceof BrokenRecord broken) {
            stage(broken.place(), RecordState.REJECTED, broken.cells(), broken.problem());
        } else if (reading instanceof SourceRecord record) {
            String fact = "The mapping does not take records of the kind " + file.name() + ".";
            Problem problem = Problem.of(ProblemCode.KIND_NEW, record.place(), fact);
            stage(record.place(), RecordState.HELD, record.cells(), problem);
        }
    }

    private void stage(Place place, RecordState state, List<String> cells, Problem problem) {
        load.stage(new StagedRecord(place, "", Optional.of(state), cells, List.of(), List.of(problem)));
    }
}
