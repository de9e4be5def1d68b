package org.throughline.intake;

import java.util.function.Supplier;

/**
 * Told how submissions make their way, stage by stage and never record by record. Gets numbers and names of the hub's own;
 * no value of a file. Whatever it does, it lets the work be done.
 */
public interface SubmissionWatcher {

    /** Nobody watches. */
    SubmissionWatcher NOBODY = new SubmissionWatcher() {
        @Override
        public <T> T during(Stage stage, Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T again(long submission, Stage stage, Supplier<T> work) {
            return work.get();
        }

        @Override
        public void next(Stage part) {}

        @Override
        public void about(Submission submission) {}

        @Override
        public void decided(Receipt receipt) {}
    };

    /** Does the work of a stage, inside the stage that is under way on this thread. */
    <T> T during(Stage stage, Supplier<T> work);

    /** Does the work of a stage that goes on with a submission which came before. */
    <T> T again(long submission, Stage stage, Supplier<T> work);

    /** The stage that is under way on this thread comes to its next part, which ends with the following part or the stage. */
    void next(Stage part);

    /** Which submission the stages on this thread are about. */
    void about(Submission submission);

    /** A submission is decided, and this is what its sender is told. */
    void decided(Receipt receipt);
}
