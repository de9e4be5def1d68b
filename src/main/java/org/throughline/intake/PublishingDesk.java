package org.throughline.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.throughline.mapping.Mapping;
import org.throughline.mapping.MappingSample;
import org.throughline.mapping.MappingSource;
import org.throughline.mapping.MappingTestResult;
import org.throughline.mapping.MappingTests;
import org.throughline.problem.NotFoundException;
import org.throughline.problem.RefusedException;
import org.throughline.problem.SetupException;

/** Where mapping versions are proposed, approved by a second person, and taken back; every step is in the audit ledger. */
public final class PublishingDesk {
    private final IntakePorts ports;
    private final Publications publications;
    private final FeedSwitch feeds;
    private final Function<String, Optional<MappingSample>> samples;
    private final Mappings mappings;

    /** A desk over these ports; samples stand beside the mappings. */
    public PublishingDesk(
            IntakePorts ports,
            Publications publications,
            FeedSwitch feeds,
            Function<String, Optional<MappingSample>> samples) {
        this.ports = ports;
        this.publications = publications;
        this.feeds = feeds;
        this.samples = samples;
        this.mappings = new Mappings(ports);
    }

    /** Proposes the mapping as its file stands, if it compiles and all its tests pass. */
    public Proposed propose(String id, LocalDate effective, String reason) {
        mustPropose();
        MappingSource source = mappings.source(id);
        Mappings.Versioned draft = mappings.draft(id);
        int tests = tested(draft.mapping(), samples.apply(id));
        Optional<MappingVersion> before =
                counting(id, effective).filter(version -> version.version() != draft.version());
        List<FileChange> changes = before.map(
                        version -> FileChange.between(ports.versions().source(version.version()), source))
                .orElse(List.of());
        Publication made = publications.propose(
                new Publications.Proposal(id, draft.version(), effective, false, List.of(), reason));
        audit("mapping.publish", made, reason);
        return new Proposed(made, tests, before.map(MappingVersion::number), changes);
    }

    /** Proposes an older version again, in place of everything that was published since. */
    public Proposed rollBack(String id, int number, String reason) {
        mustPropose();
        MappingVersion older = version(id, number);
        List<Publication> live =
                publications.of(id).stream().filter(Publication::inForce).toList();
        Rollback rollback = Rollback.to(older, publications.of(id));
        MappingSource source = ports.versions().source(older.version());
        int tests = tested(mappings.version(older.version()).mapping(), Optional.empty());
        Publication made = publications.propose(new Publications.Proposal(
                id, older.version(), rollback.effective(), true, rollback.withdraws(), reason));
        audit("mapping.rollback", made, reason);
        Publication before = live.get(live.size() - 1);
        return new Proposed(
                made,
                tests,
                Optional.of(before.versionNumber()),
                FileChange.between(ports.versions().source(before.version()), source));
    }

    /** Approves what another login proposed; from then on it counts. */
    public Publication approve(String id, int number, Optional<String> reason) {
        Publication waiting = waiting(id, number);
        Publications.Login login = publications.login();
        if (login.name().equals(waiting.proposed().login())) {
            throw new RefusedException("Version " + number + " of " + id + " was proposed by " + login.name()
                    + ", the login that approves it now. A second person has to approve it, with a database login of"
                    + " their own.");
        }
        if (!login.mayApprove()) {
            throw new RefusedException("The login " + login.name() + " may not approve mapping versions. The operator"
                    + " grants the role for it; deploy/README.md says how.");
        }
        tested(mappings.version(waiting.version()).mapping(), Optional.empty());
        Optional<MappingVersion> before = counting(id, waiting.effective());
        Publication approved = publications.approve(waiting, reason);
        audit("mapping.approve", approved, reason.orElse(""));
        before.filter(version -> SourcePart.differs(
                        ports.versions().source(version.version()),
                        ports.versions().source(approved.version())))
                .ifPresent(changed -> feeds.retest(id, "version " + number + " of " + id + " reads another source"));
        return approved;
    }

    /** Everything that was proposed for a mapping, oldest first. */
    public List<Publication> history(String id) {
        return publications.of(id);
    }

    /** The versions of a mapping, oldest first. */
    public List<MappingVersion> versions(String id) {
        List<MappingVersion> versions = publications.versions(id);
        if (versions.isEmpty()) {
            mappings.source(id);
        }
        return versions;
    }

    /** Says where the file of a published mapping differs from what counts today. */
    public Optional<String> draft(String id) {
        Timetable timetable = ports.versions().timetable(id);
        if (timetable.isEmpty() || !mappings.exists(id)) {
            return Optional.empty();
        }
        Mappings.Versioned counts = mappings.current(id);
        return counts.mapping().source().sha256().equals(mappings.source(id).sha256())
                ? Optional.empty()
                : Optional.of("The file of the mapping " + id + " differs from the version that is published and maps"
                        + " files today. It is a draft and changes nothing until it is published.");
    }

    private void mustPropose() {
        Publications.Login login = publications.login();
        if (!login.mayPropose()) {
            throw new RefusedException(
                    "The login " + login.name() + " may not propose mapping versions. Publishing takes two people with"
                            + " database logins of their own: an author and an approver. The"
                            + " operator grants the roles for it; deploy/README.md says how.");
        }
    }

    private Publication waiting(String id, int number) {
        List<Publication> all = publications.of(id);
        if (all.isEmpty() || all.get(all.size() - 1).approval().isPresent()) {
            throw new NotFoundException("No version of " + id + " waits for approval. mapping publish proposes one.");
        }
        Publication latest = all.get(all.size() - 1);
        if (latest.versionNumber() != number) {
            throw new RefusedException("The version of " + id + " that waits for approval is " + latest.versionNumber()
                    + ", not " + number + ". mapping history " + id + " shows it.");
        }
        return latest;
    }

    /** The version that maps periods from this day on now, or mapped the last submission where none is published. */
    private Optional<MappingVersion> counting(String id, LocalDate day) {
        Timetable timetable = ports.versions().timetable(id);
        return publications.versions(id).stream()
                .filter(version ->
                        timetable.isEmpty() ? version.submissions() > 0 : version.version() == timetable.on(day))
                .reduce((first, second) -> second);
    }

    private MappingVersion version(String id, int number) {
        return versions(id).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("The mapping " + id + " has no version " + number
                        + ". mapping history " + id + " shows its versions."));
    }

    private static int tested(Mapping mapping, Optional<MappingSample> sample) {
        try {
            List<MappingTestResult> results = MappingTests.run(mapping, sample);
            List<String> failures = new ArrayList<>();
            results.stream()
                    .filter(result -> !result.passed())
                    .forEach(result -> result.differences()
                            .forEach(difference -> failures.add(
                                    result.file() + ":" + result.line() + ": " + result.name() + ": " + difference)));
            if (!failures.isEmpty()) {
                failures.add("Nothing is published: every test of a mapping has to pass first.");
                throw new SetupException(failures);
            }
            return results.size();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The sample of the mapping cannot be read", unreadable);
        }
    }

    private void audit(String action, Publication publication, String reason) {
        ports.audit()
                .record(
                        action,
                        publication.mapping() + " " + publication.versionNumber(),
                        Map.of(
                                "effective",
                                publication.effective().toString(),
                                "publication",
                                Long.toString(publication.number()),
                                "reason",
                                reason));
    }
}
