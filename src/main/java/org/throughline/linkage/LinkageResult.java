package org.throughline.linkage;

/**
 * What a run found and changed.
 *
 * @param model version of the rules
 * @param counts what it found
 * @param linksChanged client records whose link is new, different or ended
 * @param clientsRetired joint clients that no longer exist
 */
public record LinkageResult(String model, LinkageCounts counts, long linksChanged, long clientsRetired) {

    static LinkageResult of(Revision revision) {
        long changed = revision.clients().stream()
                        .mapToLong(client -> client.changed().size())
                        .sum()
                + revision.ended().size();
        return new LinkageResult(
                revision.model(), revision.counts(), changed, revision.retired().size());
    }
}
