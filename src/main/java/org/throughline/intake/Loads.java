package org.throughline.intake;

import java.util.List;

/** Opens the one transaction in which a submission is decided and stored. */
public interface Loads {

    /** Begins to decide a submission; whatever was decided about it before is replaced. Waits for other loads of the sender. */
    Load begin(Submission submission, long mappingVersion);

    /** Begins to decide some records of a decided submission again; the others stay as they are. */
    Load beginAgain(Submission submission, long mappingVersion);

    /**
     * The feed's other decided submissions of the same bytes under the same mapping version, oldest first. One that was held
     * or rejected counts only with the same done-file, since another may be just what mends it.
     */
    List<Submission> sameBytes(Submission submission, long mappingVersion);

    /** Ends a submission as a duplicate of an earlier one. */
    void duplicate(Submission submission, long mappingVersion, long earlier);

    /** Records of this sender whose awaited parents are all here now. */
    List<RecordId> ready(String sender);

    /** Senders that have waiting records. */
    List<String> waitingSenders();
}
