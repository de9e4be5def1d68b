package org.throughline.release;

import java.time.Clock;
import java.util.Optional;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** Takes the acknowledgements that providers lay beside the outcome files they received. */
public final class AcknowledgementDesk {
    private final AcknowledgementStore store;
    private final Clock clock;

    public AcknowledgementDesk(AcknowledgementStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Reads an acknowledgement and keeps it. One that names another hash or count than was sent is kept as refused.
     *
     * @param name name of the acknowledgement file, already fit for a message
     * @return what is wrong with it; empty where the file is acknowledged as accepted
     */
    public Optional<Problem> acknowledge(String recipient, String name, byte[] bytes) {
        Acknowledgement read = new AcknowledgementReader().read(bytes);
        if (read instanceof Acknowledgement.Word word) {
            return store.file(recipient, word.file())
                    .map(file -> keep(file, name, word))
                    .orElseGet(() -> problem(
                            ProblemCode.ACKNOWLEDGEMENT_DISAGREES,
                            name,
                            "It names an outcome file that was never written for " + recipient + "."));
        }
        Acknowledgement.Unreadable unreadable = (Acknowledgement.Unreadable) read;
        return problem(ProblemCode.ACKNOWLEDGEMENT_UNREADABLE, name, unreadable.fact());
    }

    private Optional<Problem> keep(OutcomeFile file, String name, Acknowledgement.Word read) {
        Optional<String> fault = fault(file, read);
        store.record(file, new AcknowledgedFile(name, read.sha256(), read.rows(), fault.isEmpty(), clock.instant()));
        return fault.flatMap(fact -> problem(ProblemCode.ACKNOWLEDGEMENT_DISAGREES, name, fact));
    }

    private static Optional<String> fault(OutcomeFile file, Acknowledgement.Word read) {
        if (!read.sha256().equals(file.sha256())) {
            return Optional.of("It gives another SHA-256 than " + file.name() + " has.");
        }
        if (read.rows() != file.rows()) {
            return Optional.of("It counts %d rows; %s has %d.".formatted(read.rows(), file.name(), file.rows()));
        }
        return read.accepted() ? Optional.empty() : Optional.of("It refuses " + file.name() + ".");
    }

    private static Optional<Problem> problem(ProblemCode code, String name, String fact) {
        return Optional.of(Problem.of(code, Place.member(name), name + ": " + fact));
    }
}
