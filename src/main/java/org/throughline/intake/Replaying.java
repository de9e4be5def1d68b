package org.throughline.intake;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.problem.NotFoundException;
import org.throughline.problem.RefusedException;

/**
 * Reads kept originals again. The sender is taken back to its beginning and all its submissions are decided anew in order of
 * arrival, those that are meant under another version, in one transaction: nobody sees a half of it, and what was cut off has
 * changed nothing and is simply done again.
 */
public final class Replaying {
    /** So many changes are made without a person's yes to their number. */
    public static final long UNASKED = 100;

    private final IntakePorts ports;
    private final Replays replays;
    private final Mappings mappings;
    private final Step step;

    /** Replays over these ports; every step is told. */
    public Replaying(IntakePorts ports, Replays replays, Step step) {
        this.ports = ports;
        this.replays = replays;
        this.mappings = new Mappings(ports);
        this.step = step;
    }

    /** Told between two submissions. */
    @FunctionalInterface
    public interface Step {
        /** So many of so many submissions are decided. */
        void decided(int done, int total);
    }

    /** How a replay ended. */
    public sealed interface Outcome {

        /** It is done, and this is what it changed. */
        record Done(long replay, ReplayReport report) implements Outcome {}

        /** It would change more than is done without a person's yes, or another number than was said yes to. */
        record Unconfirmed(long replay, ReplayReport report) implements Outcome {}

        /** It was asked to stop, and has changed nothing. */
        record Stopped(long replay, int decided, int total) implements Outcome {}
    }

    /** The version of this number of the mapping that reads a feed. One that counts for no period may only be tried. */
    public long version(FeedId feed, int number, boolean dryRun) {
        Feed known = feed(feed);
        long version = replays.version(known.mapping(), number)
                .orElseThrow(() -> new NotFoundException("The mapping " + known.mapping() + " has no version " + number
                        + ". mapping history " + known.mapping() + " shows its versions."));
        if (!dryRun) {
            mustCount(known, version);
        }
        return version;
    }

    /** What a replay would change, and what would be told differently then. Changes nothing. */
    public ReplayReport dryRun(ReplayPlan plan) {
        mustBeKept(plan);
        try (ReplaySpace space = replays.open(ports, feed(plan.feed()).id().sender(), true)) {
            List<ReplaySpace.Decided> all = kept(space.rewind());
            Set<Long> meant = meant(plan, all);
            Intake inside = new Intake(space.ports());
            for (int done = 0; done < all.size(); done++) {
                decide(inside, space, plan, all.get(done));
                step.decided(done + 1, all.size());
            }
            return marked(space.settle(), meant);
        }
    }

    /** Replays; more than {@link #UNASKED} changes need a person's yes to their number. */
    public Outcome run(ReplayPlan plan, Optional<Long> confirmed) {
        feed(plan.feed());
        mustBeKept(plan);
        long replay = replays.enter(plan, ports.clock().instant());
        ports.audit()
                .record(
                        "file.replay",
                        "replay " + replay,
                        Map.of("feed", plan.feed().toString()));
        return resume(replay, confirmed);
    }

    /** Goes on with a replay that was stopped, cut off or not confirmed. */
    public Outcome resume(long replay, Optional<Long> confirmed) {
        Replays.Entry entry = find(replay);
        mustNotBeDone(replay, entry);
        Replays.Entry going = entry.at("running", 0, 0).confirmed(confirmed);
        replays.note(replay, going);
        ReplayPlan plan = entry.plan();
        try (ReplaySpace space = replays.open(ports, plan.feed().sender(), false)) {
            mustNotBeDone(replay, find(replay));
            return go(replay, going, space);
        }
    }

    /** Asks a running replay to stop at the next submission. */
    public void stop(long replay) {
        mustNotBeDone(replay, find(replay));
        if (!replays.askToStop(replay)) {
            throw new RefusedException("Replay " + replay + " does not run.");
        }
    }

    private Outcome go(long replay, Replays.Entry entry, ReplaySpace space) {
        ReplayPlan plan = entry.plan();
        List<ReplaySpace.Decided> all = kept(space.rewind());
        Set<Long> meant = meant(plan, all);
        Intake inside = new Intake(space.ports());
        for (int done = 0; done < all.size(); done++) {
            if (find(replay).stopAsked()) {
                replays.note(replay, entry.at("stopped", done, all.size()));
                return new Outcome.Stopped(replay, done, all.size());
            }
            decide(inside, space, plan, all.get(done));
            replays.note(replay, entry.at("running", done + 1, all.size()));
            step.decided(done + 1, all.size());
        }
        ReplayReport report = marked(space.settle(), meant);
        if (!mayChange(report.changes(), entry.confirmed())) {
            replays.note(
                    replay,
                    entry.at("unconfirmed", all.size(), all.size())
                            .confirmed(Optional.empty())
                            .changing(report.changes()));
            return new Outcome.Unconfirmed(replay, report);
        }
        if (!space.commit(replay, report, ports.clock().instant())) {
            mustNotBeDone(replay, find(replay));
        }
        return new Outcome.Done(replay, report);
    }

    /** What was purged is not read again, nor what came before it: what the hub believes because of it stands as it is. */
    private void mustBeKept(ReplayPlan plan) {
        long last = purgedUpTo(plan);
        plan.submission().filter(number -> number <= last).ifPresent(number -> {
            throw new RefusedException("Submission " + number + " cannot be read again: what "
                    + plan.feed().sender()
                    + " sent was purged up to submission " + last + " at the end of its retention. retention proof "
                    + last + " shows the proof.");
        });
    }

    /** The last purged submission of the sender of a plan; 0 where none was. */
    public long purgedUpTo(ReplayPlan plan) {
        return replays.purgedUpTo(plan.feed().sender());
    }

    private static boolean mayChange(long changes, Optional<Long> confirmed) {
        return confirmed.map(said -> said == changes).orElse(changes <= UNASKED);
    }

    private void decide(Intake inside, ReplaySpace space, ReplayPlan plan, ReplaySpace.Decided decided) {
        long version = plan.means(decided)
                ? plan.version()
                        .orElseGet(() -> mappings.reading(decided.submission()).version())
                : decided.version();
        inside.decideAnew(
                decided.submission(),
                version,
                new Intake.Terms(
                        decided.waived(), space.rulings(decided.submission().number()), Progress.SILENT));
    }

    /** Everything of the sender is read again, so that every original has to be there. */
    private List<ReplaySpace.Decided> kept(List<ReplaySpace.Decided> all) {
        List<Long> gone = all.stream()
                .map(ReplaySpace.Decided::submission)
                .filter(submission -> !Files.exists(
                        ports.originals().path(submission.original().sha256())))
                .map(Submission::number)
                .toList();
        if (!gone.isEmpty()) {
            throw new RefusedException("The originals of these submissions are not here, so that their sender's files"
                    + " cannot be read again: " + gone + ". Restore the folder originals of the hub's home first.");
        }
        return all;
    }

    private Set<Long> meant(ReplayPlan plan, List<ReplaySpace.Decided> all) {
        Set<Long> meant = all.stream()
                .filter(plan::means)
                .map(decided -> decided.submission().number())
                .collect(Collectors.toSet());
        long last = purgedUpTo(plan);
        if (meant.isEmpty() && last > 0) {
            throw new RefusedException("Nothing of " + plan.feed()
                    + " of that kind can be read again: what its sender sent"
                    + " was purged up to submission " + last + " at the end of its retention. retention proof " + last
                    + " shows the proof.");
        }
        if (meant.isEmpty()) {
            throw new NotFoundException("The feed " + plan.feed() + " has no decided submission of that kind. Check the"
                    + " days and the number; feed status shows what came last.");
        }
        return meant;
    }

    private static ReplayReport marked(ReplayReport report, Set<Long> meant) {
        return new ReplayReport(
                report.lines().stream()
                        .map(line -> line.asked(meant.contains(line.submission())))
                        .filter(ReplayReport.Line::tells)
                        .toList(),
                report.told());
    }

    private Replays.Entry find(long replay) {
        return replays.find(replay).orElseThrow(() -> new NotFoundException("There is no replay " + replay + "."));
    }

    private static void mustNotBeDone(long replay, Replays.Entry entry) {
        if (entry.status().equals("done")) {
            throw new RefusedException("Replay " + replay + " is done; each submission was replayed once.");
        }
    }

    private Feed feed(FeedId id) {
        return ports.ledger().feed(id).orElseThrow(() -> new NotFoundException("There is no feed " + id + "."));
    }

    /** One person may try any version, but only what two people published may change what is believed. */
    private void mustCount(Feed feed, long version) {
        Timetable timetable = ports.versions().timetable(feed.mapping());
        if (!timetable.isEmpty() && !timetable.versions().contains(version)) {
            throw new RefusedException("This version of " + feed.mapping() + " counts for no period: two people have to"
                    + " publish it first. A dry run may try it.");
        }
    }
}
