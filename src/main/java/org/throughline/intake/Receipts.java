package org.throughline.intake;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** What senders were told. */
public interface Receipts {

    /** The receipt of a decided submission, as things stand now. */
    Receipt receipt(long submission);

    /** Enters the receipt's document as issued, or issues it again after records were decided again. */
    void issue(long submission, String document);

    /** Which edition of the receipt was issued last, from 1; it counts up when the receipt changes. */
    int edition(long submission);

    /** Decided submissions whose receipt was never issued, or not since they were decided again, oldest first. */
    List<Long> unissued();

    /** The same of one sender. */
    List<Long> unissued(String sender);

    /** Decided submissions whose issued receipt has not reached the sender, oldest first. */
    List<Long> undelivered();

    /** The same of these senders. */
    List<Long> undelivered(Set<String> senders);

    /** The edition that was issued last, where it has not reached the sender. */
    OptionalInt awaiting(long submission);

    /** This edition stands at the sender's account; one that was issued meanwhile does not. */
    void delivered(long submission, int edition);

    /** State and problems of every record of a member, told with values, by record number. */
    Map<Long, RecordNote> notes(long submission, String member);
}
