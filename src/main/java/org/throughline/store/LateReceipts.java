package org.throughline.store;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.throughline.intake.Receipt;
import org.throughline.intake.Receipts;
import org.throughline.intake.RecordNote;

/** Receipts of a replay: each is issued once, when all is decided, so that only what has changed is told anew. */
final class LateReceipts implements Receipts {
    private final Receipts receipts;
    private final Map<Long, String> issued = new TreeMap<>();

    LateReceipts(Receipts receipts) {
        this.receipts = receipts;
    }

    void issueAll() {
        issued.forEach(receipts::issue);
    }

    @Override
    public Receipt receipt(long submission) {
        return receipts.receipt(submission);
    }

    @Override
    public void issue(long submission, String document) {
        issued.put(submission, document);
    }

    @Override
    public int edition(long submission) {
        return receipts.edition(submission);
    }

    @Override
    public List<Long> unissued() {
        return receipts.unissued();
    }

    @Override
    public List<Long> unissued(String sender) {
        return receipts.unissued(sender);
    }

    @Override
    public List<Long> undelivered() {
        return receipts.undelivered();
    }

    @Override
    public List<Long> undelivered(Set<String> senders) {
        return receipts.undelivered(senders);
    }

    @Override
    public OptionalInt awaiting(long submission) {
        return receipts.awaiting(submission);
    }

    @Override
    public void delivered(long submission, int edition) {
        receipts.delivered(submission, edition);
    }

    @Override
    public Map<Long, RecordNote> notes(long submission, String member) {
        return receipts.notes(submission, member);
    }
}
