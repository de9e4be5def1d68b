package org.throughline.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.intake.FileChange;
import org.throughline.intake.Proposed;
import org.throughline.intake.Publication;

/** Publications as documents and sentences. */
final class PublicationDocuments {

    private PublicationDocuments() {}

    static Map<String, Object> document(Proposed proposed) {
        return Document.of("proposed", document(proposed.publication()))
                .with("tests", proposed.tests())
                .with("replaces", proposed.replaces())
                .with(
                        "changes",
                        proposed.changes().stream()
                                .map(change -> Document.of("file", change.path())
                                        .with("added", change.added())
                                        .with("removed", change.removed())
                                        .map())
                                .toList())
                .map();
    }

    static Map<String, Object> document(Publication publication) {
        return Document.of("mapping", publication.mapping())
                .with("version", publication.versionNumber())
                .with("effective", publication.effective().toString())
                .with("rollback", publication.rollback())
                .with("proposed_by", publication.proposed().login())
                .with("proposed_at", publication.proposed().at().toString())
                .with("reason", publication.reason())
                .with("approved_by", publication.approval().map(Publication.Word::login))
                .with(
                        "approved_at",
                        publication.approval().map(word -> word.at().toString()))
                .with("approval_reason", publication.approvalReason())
                .with("in_force", publication.inForce())
                .map();
    }

    /** One paragraph that says what is proposed. */
    static List<String> paragraph(Proposed proposed) {
        Publication made = proposed.publication();
        String name = "version " + made.versionNumber() + " of " + made.mapping();
        String before = proposed.replaces()
                .map(number -> number == made.versionNumber()
                        ? ""
                        : " It takes the place of version " + number + changes(proposed.changes()) + ".")
                .orElse(" No version counted for that period before.");
        return List.of((made.rollback() ? "Proposed again: " : "Proposed: ") + name
                + ", for reporting periods that start on or after " + made.effective() + ", by "
                + made.proposed().login() + ". " + Counted.of(proposed.tests(), "test") + " passed." + before
                + " Nothing changes until another login approves it: mapping approve " + made.mapping() + " "
                + made.versionNumber() + ".");
    }

    private static String changes(List<FileChange> changes) {
        return changes.isEmpty()
                ? ", whose text is the same"
                : changes.stream()
                        .map(change ->
                                change.path() + " (" + change.added() + " lines new, " + change.removed() + " gone)")
                        .collect(Collectors.joining(", ", "; it differs in ", ""));
    }

    static String line(Publication publication) {
        String approved = publication
                .approval()
                .map(word -> "approved " + word.at() + " by " + word.login()
                        + publication
                                .approvalReason()
                                .map(said -> " (" + said + ")")
                                .orElse(""))
                .orElse("not approved");
        String state = publication.approval().isPresent() && !publication.inForce() ? ", withdrawn since" : "";
        return (publication.rollback() ? "rolled back to" : "published") + " for periods from "
                + publication.effective() + ": proposed "
                + publication.proposed().at() + " by "
                + publication.proposed().login() + " (" + publication.reason() + "), " + approved + state;
    }
}
