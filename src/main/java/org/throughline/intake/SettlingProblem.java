package org.throughline.intake;

import java.util.List;
import org.throughline.canonical.Entity;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** What is told where records are found wanting only when all of them are read: by the database, and by a trial without one. */
public final class SettlingProblem {

    private SettlingProblem() {}

    /** The key stands in several rows that say different things. */
    public static Problem keyTwice(Entity entity) {
        return Problem.of(
                ProblemCode.KEY_TWICE,
                Place.submission(),
                "The key of this " + entity.table() + " stands in another row of the file with other content.");
    }

    /** The record refers to one that is not here. */
    public static Problem parentMissing() {
        return Problem.of(
                ProblemCode.PARENT_MISSING,
                Level.NOTE,
                Place.submission(),
                "A record that this row refers to has not arrived.");
    }

    /** A merge of client numbers is stored and has no effect, or none yet. */
    public static Problem merge(boolean waits, String why) {
        return Problem.of(
                waits ? ProblemCode.MERGE_AWAITS_CLIENT : ProblemCode.MERGE_CONTRADICTED,
                Place.submission(),
                "The merge is stored and not in force" + (waits ? " yet" : "") + ": " + why + ".");
    }

    /** In a file that tells things in order, a later row says something else of the same key. */
    public static Problem laterInFile(Entity entity) {
        return Problem.of(
                ProblemCode.LATER_IN_FILE,
                Place.submission(),
                "The file says more of this " + entity.table() + " further on.");
    }

    /** The feed's own rule on the counts holds the file. */
    public static Problem fileRule(long rows, long bad, long lastRows) {
        return Problem.of(
                ProblemCode.FILE_RULE,
                Place.submission(),
                "The rule of this feed holds the file: %d rows, %d of them held or rejected; %d rows the last time."
                        .formatted(rows, bad, lastRows));
    }

    /** A later file of the feed said already what holds. */
    public static Problem overtaken(long later) {
        return Problem.of(
                ProblemCode.SNAPSHOT_OVERTAKEN,
                Place.submission(),
                "Submission " + later + " of the same feed came later, is loaded and says what holds in its period.");
    }

    /** A snapshot that a later one had replaced came again. */
    public static Problem earlierSnapshot(long earlier) {
        return Problem.of(
                ProblemCode.EARLIER_SNAPSHOT,
                Place.submission(),
                "The same bytes came as submission " + earlier
                        + ", and a later file took their place; from now on they count again.");
    }

    /** A file takes back an unusual part of the sender's clients. */
    public static Problem cascade(long ending, long clients, long along) {
        return Problem.of(
                ProblemCode.CASCADE_ENDS_TOO_MUCH,
                Place.submission(),
                "The file takes back %d of the %d clients, and %d records that hang on them would end as well."
                        .formatted(ending, clients, along));
    }

    /** Rows that cannot be read far enough keep a snapshot from ending what is absent. */
    public static Problem snapshotNotClosed(List<String> entities) {
        return Problem.of(
                ProblemCode.SNAPSHOT_NOT_CLOSED,
                Place.submission(),
                "Some rows of the file cannot be read far enough to know what they stand for, so no record of these"
                        + " kinds is ended for being absent: " + String.join(", ", entities) + ".");
    }
}
