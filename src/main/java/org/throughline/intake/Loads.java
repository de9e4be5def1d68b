package org.throughline.intake;

import java.util.List;
import java.util.Optional;

/** Opens the one transaction in which a submission is decided and stored. */
public interface Loads {

    /** Begins to decide a submission; whatever was decided about it before is replaced. Waits for other loads of the sender. */
    Load begin(Submission submission, long mappingVersion);

    /** Begins to decide some records of a decided submission again; the others stay as they are. */
    Load beginAgain(Submission submission, long mappingVersion);

    /**
     * The decided submission that this one repeats: the last one of the feed under the same name, where it has the same bytes,
     * done-file and mapping version. Bytes that come back under another name, with another done-file or after others of their
     * name are decided anew, since they may mean something else now.
     */
    Optional<Long> sameBytes(Submission submission, long mappingVersion);

    /** Ends a submission as a duplicate of an earlier one. */
    void duplicate(Submission submission, long mappingVersion, long earlier);

    /** Records of this sender whose awaited parents are all here now. */
    List<RecordId> ready(String sender);

    /** Senders that have waiting records. */
    List<String> waitingSenders();
}
