package org.throughline.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.problem.NotFoundException;
import org.throughline.problem.ProblemCode;
import org.throughline.problem.RefusedException;

/** Where people look at what is held and rule on it; every ruling is in the audit ledger. */
public final class HeldDesk {
    private static final Set<String> WAIVABLE = Set.of(
            ProblemCode.SNAPSHOT_CLOSES_TOO_MUCH.name(),
            ProblemCode.CASCADE_ENDS_TOO_MUCH.name(),
            ProblemCode.FILE_RULE.name(),
            ProblemCode.STATED_TOTAL.name(),
            ProblemCode.CONTROL_TOTAL.name());

    private final IntakePorts ports;
    private final Intake intake;

    /** The desk of this intake. */
    public HeldDesk(IntakePorts ports, Intake intake) {
        this.ports = ports;
        this.intake = intake;
    }

    /** Held and waiting records, newest submission first. */
    public List<HeldRecord> list(Optional<FeedId> feed, int limit) {
        return ports.held().list(feed, limit);
    }

    /** One record with what is told about it. */
    public HeldRecord show(RecordId id) {
        ports.audit().record("held.show", id.toString(), Map.of());
        return find(id);
    }

    /**
     * Loads a held record in spite of the mapping's own checks. What no person can rule on (a type, an unknown code, a missing
     * key) still holds it; the record then stays held.
     */
    public HeldRecord release(RecordId id, String reason) {
        if (find(id).state() != RecordState.HELD) {
            throw new RefusedException("Record " + id + " is not held; only held records are released.");
        }
        mustBeLoaded(id);
        // Before the record is stored: whatever happens in between, who wanted it and why is in the ledger.
        ports.audit().record("held.release", id.toString(), Map.of("reason", reason));
        intake.secondLook().release(id.submission(), List.of(id));
        ports.held()
                .released(id.submission(), List.of(id), reason, ports.clock().instant());
        intake.ruled(ports.ledger().submission(id.submission()).orElseThrow());
        return find(id);
    }

    /**
     * Loads a submission that was held as a whole: what it would end, the feed's own file rule and figures that
     * disagree have a person's yes.
     */
    public Receipt release(long submission, String reason) {
        Submission held = ports.ledger()
                .submission(submission)
                .orElseThrow(() -> new NotFoundException("There is no submission " + submission + "."));
        Receipt told = ports.receipts().receipt(submission);
        if (told.originalPurged()) {
            throw new RefusedException(
                    "Submission " + submission + " was purged at the end of its retention and cannot be"
                            + " read again. retention proof " + submission + " shows the proof.");
        }
        if (told.status() != SubmissionStatus.HELD) {
            throw new RefusedException("Submission " + submission + " is not held as a whole.");
        }
        intake.overtaken(held).ifPresent(later -> {
            throw new RefusedException("Submission " + submission + " cannot be loaded any more: submission " + later
                    + " of the same feed says since then what holds in its period. Ask the sender for a new file if"
                    + " that one is wrong.");
        });
        ports.audit().record("held.release", "submission " + submission, Map.of("reason", reason));
        return intake.decideAgain(held, WAIVABLE);
    }

    /** Ends a held record as rejected. */
    public HeldRecord reject(RecordId id, String reason) {
        RecordState state = find(id).state();
        if (state != RecordState.HELD && state != RecordState.WAITING) {
            throw new RefusedException(
                    "Record " + id + " is " + state.word() + "; only held and waiting records are rejected.");
        }
        mustBeLoaded(id);
        if (!ports.held().reject(id, reason, ports.clock().instant())) {
            throw new RefusedException(
                    "Record " + id + " is no longer held: files of its sender were loaded or replayed"
                            + " meanwhile. held show " + id + " tells how it stands.");
        }
        ports.audit().record("held.reject", id.toString(), Map.of("reason", reason));
        intake.ruled(ports.ledger().submission(id.submission()).orElseThrow());
        return find(id);
    }

    private void mustBeLoaded(RecordId id) {
        SubmissionStatus status = ports.receipts().receipt(id.submission()).status();
        if (status != SubmissionStatus.LOADED) {
            throw new RefusedException("Submission " + id.submission() + " is " + status.word()
                    + " as a whole, so that none of its records can be ruled on. Release the submission, or wait for a"
                    + " corrected file.");
        }
    }

    private HeldRecord find(RecordId id) {
        return ports.held().find(id).orElseThrow(() -> missing(id));
    }

    private RuntimeException missing(RecordId id) {
        boolean purged = ports.ledger().submission(id.submission()).isPresent()
                && ports.receipts().receipt(id.submission()).purged().containsKey("records");
        return purged
                ? new RefusedException("Record " + id + " was purged at the end of its retention. retention proof "
                        + id.submission() + " shows the proof.")
                : new NotFoundException("There is no record " + id + ".");
    }
}
