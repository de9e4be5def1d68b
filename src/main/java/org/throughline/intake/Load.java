package org.throughline.intake;

import java.util.List;
import java.util.Optional;
import org.throughline.drift.Change;
import org.throughline.drift.FileLook;
import org.throughline.problem.Problem;

/** The transaction in which one submission is decided. Closing it before it is settled undoes everything. */
public interface Load extends AutoCloseable {

    /** True where the submission was loaded, rejected or found a duplicate while this load waited for its turn. */
    boolean decided();

    /** Opens a member; the records that follow belong to it. */
    void member(String name, List<String> header);

    /** How the file looked that was loaded before this one; empty where none is known. */
    default Optional<FileLook> lastLook(String member) {
        return Optional.empty();
    }

    /**
     * Enters what a member looks like.
     *
     * @param member the member as the mapping names it
     * @param drift what is not as it was
     */
    default void look(String member, FileLook look, List<Change> drift) {}

    /** Takes up one record of the member opened last. */
    void stage(StagedRecord record);

    /** Writes a record out, on any thread, and gives what takes it up when its turn comes. */
    default Runnable ready(StagedRecord record) {
        return () -> stage(record);
    }

    /** Enters a problem of the file or of a member as a whole. */
    void problem(Problem problem);

    /** Enters what the sender states about the file as a whole. */
    default void total(ControlTotal total) {}

    /** Decides every record, stores what is accepted, and commits. */
    void settle(Settling terms);

    @Override
    void close();
}
