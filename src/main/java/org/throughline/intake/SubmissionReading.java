package org.throughline.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.canonical.Entity;
import org.throughline.mapping.BundleRule;
import org.throughline.mapping.Content;
import org.throughline.mapping.Facts;
import org.throughline.mapping.Mapping;
import org.throughline.mapping.MemberMapping;
import org.throughline.mapping.Period;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** Reads one original from front to back into a load: every member in the order of the mapping, every record once. */
public final class SubmissionReading {
    private static final String UNKNOWN = "The mapping does not know this member.";

    private final Submission submission;
    private final Mapping mapping;
    private final Load load;
    private Intake.Terms terms;
    private final Map<String, Set<Entity>> closedByAbsence = new LinkedHashMap<>();
    private final List<MemberReport> notTaken = new ArrayList<>();
    private final TotalTally totals;
    private Facts facts;

    /** A reading of this submission under this mapping; whatever is found goes to the load. */
    public SubmissionReading(Submission submission, Mapping mapping, Load load, Progress progress) {
        this.submission = submission;
        this.mapping = mapping;
        this.load = load;
        this.totals = new TotalTally(mapping.receive().totals());
        this.terms = new Intake.Terms(Set.of(), Rulings.NONE, progress);
    }

    /** On which terms the records are read. */
    SubmissionReading on(Intake.Terms given) {
        this.terms = given;
        return this;
    }

    /** Stages everything and says on which terms it is to be settled. */
    public Settling read(Path original, Set<String> waived) {
        long rows = 0;
        Optional<Period> period;
        try (MemberFiles files = MemberFiles.open(mapping, submission, original)) {
            FileFacts told = FileFacts.read(submission, mapping, files);
            told.problems().forEach(load::problem);
            facts = told.facts();
            period = told.period();
            for (MemberMapping member : mapping.members()) {
                rows += read(member, files);
            }
            rows += leaveAside(files);
        } catch (IOException e) {
            throw new UncheckedIOException("The original of submission " + submission.number() + " cannot be read", e);
        }
        new StatedTotals(submission.doneFile().map(text -> DoneFile.parse(text, submission.fileName())), load, rows)
                .compare(submission.original().sha256(), totals);
        boolean snapshot = mapping.receive().content() == Content.SNAPSHOT
                && mapping.receive().snapshotIf().holds(facts);
        return new Settling(mapping.receive(), facts, period, snapshot, closedByAbsence, notTaken, waived);
    }

    private long read(MemberMapping member, MemberFiles files) throws IOException {
        Optional<MemberFile> file = files.find(member.member());
        if (file.isEmpty()) {
            if (member.required() && files.problems().isEmpty()) {
                load.problem(Problem.of(
                        ProblemCode.MEMBER_MISSING,
                        Place.member(member.member()),
                        "The archive holds no " + member.member() + "."));
            }
            return 0;
        }
        closedByAbsence.put(file.get().name(), member.closedByAbsence());
        return new MemberReading(file.get(), member, load, terms)
                .counting(totals)
                .read(facts);
    }

    /** Tells of what no member asked for; returns how many records of it are held all the same. */
    private long leaveAside(MemberFiles files) throws IOException {
        long rows = 0;
        for (MemberFile file : files.others()) {
            Optional<BundleRule> bundle = mapping.bundle();
            Optional<String> reason = bundle.flatMap(rule -> rule.reasonNotTaken(file.name()));
            Level level = bundle.map(BundleRule::newMembers).orElse(ProblemCode.MEMBER_NEW.level());
            if (reason.isEmpty() && level == Level.HOLD_ROW) {
                rows += new UnknownKind(file, load)
                        .hold(bundle.orElseThrow().kinds().orElseThrow());
                continue;
            }
            if (reason.isEmpty()) {
                load.problem(Problem.of(ProblemCode.MEMBER_NEW, level, Place.member(file.name()), UNKNOWN));
            }
            notTaken.add(new MemberReport(
                    file.name(), false, Optional.of(reason.orElse(UNKNOWN)), MemberFiles.count(file), Counts.NONE));
        }
        return rows;
    }
}
