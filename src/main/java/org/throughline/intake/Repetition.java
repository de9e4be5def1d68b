package org.throughline.intake;

import java.util.List;
import java.util.Optional;
import org.throughline.mapping.Content;
import org.throughline.mapping.FileName;
import org.throughline.mapping.Receive;
import org.throughline.problem.Problem;

/**
 * What a submission is to earlier ones of the same bytes. Usually it repeats them and says nothing new. Of a snapshot, though, the
 * last word counts: where a file with other content has taken the place of these bytes since, they say once more what holds.
 */
final class Repetition {
    private final IntakePorts ports;
    private final Submission submission;
    private final Receive terms;
    private final List<Submission> sameFile;

    Repetition(IntakePorts ports, Submission submission, Mappings.Versioned mapping) {
        this.ports = ports;
        this.submission = submission;
        this.terms = mapping.mapping().receive();
        FileName names = terms.name();
        this.sameFile = ports.loads().sameBytes(submission, mapping.version()).stream()
                .filter(other -> names.captures(other.fileName()).equals(names.captures(submission.fileName())))
                .toList();
    }

    /** The submission that this one repeats; of a snapshot the latest, which said last what holds. */
    Optional<Submission> repeated() {
        return sameFile.stream()
                .filter(other -> !replaced(other))
                .reduce((first, last) -> terms.content() == Content.SNAPSHOT ? last : first);
    }

    /** What the sender is told where old bytes count again. */
    Optional<Problem> countsAgain() {
        return sameFile.stream()
                .filter(this::replaced)
                .reduce((first, last) -> last)
                .map(earlier -> SettlingProblem.earlierSnapshot(earlier.number()));
    }

    private boolean replaced(Submission other) {
        return terms.content() == Content.SNAPSHOT
                && other.number() < submission.number()
                && terms.snapshotIf().holds(ports.ledger().facts(other))
                && ports.ledger().replaced(other, submission);
    }
}
