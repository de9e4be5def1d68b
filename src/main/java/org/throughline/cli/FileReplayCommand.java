package org.throughline.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.intake.ReplayPlan;
import org.throughline.intake.ReplayReport;
import org.throughline.intake.Replaying;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads kept originals again, under the version of their own period or under one that is named. */
@Command(
        name = "replay",
        description =
                "Read kept originals of a feed again, each under the mapping version of its period. All of it happens"
                        + " or nothing; what was read before stays in the history. --dry-run says what would change.")
final class FileReplayCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @ArgGroup(multiplicity = "1")
    private What what;

    @Option(names = "--dry-run", description = "Only count what would change, and what would be told differently.")
    private boolean dryRun;

    @Option(
            names = "--confirm",
            paramLabel = "COUNT",
            description = "Your yes to this number of changes; above " + Replaying.UNASKED + " one is needed.")
    private Optional<Long> confirm = Optional.empty();

    @Mixin
    private JsonOption options;

    FileReplayCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    /** A new replay, one that was cut off, or one that is to stop. */
    private static final class What {
        @ArgGroup(exclusive = false, multiplicity = "1")
        private ReplayChoice choice;

        @Option(
                names = "--resume",
                paramLabel = "REPLAY",
                description = "Go on with a replay that was stopped or cut off.")
        private Optional<Long> resume = Optional.empty();

        @Option(names = "--stop", paramLabel = "REPLAY", description = "Ask a running replay to stop at the next file.")
        private Optional<Long> stop = Optional.empty();
    }

    @Override
    public Integer call() {
        Replaying replaying = parts.replaying(this::step);
        if (what.stop.isPresent()) {
            replaying.stop(what.stop.get());
            console.answer(
                    options.json(),
                    Document.of("replay", what.stop.get())
                            .with("stop_asked", true)
                            .map(),
                    () -> List.of("Replay " + what.stop.get() + " stops at the next file."));
            return ExitCode.OK.number();
        }
        if (what.resume.isPresent()) {
            return ended(replaying, replaying.resume(what.resume.get(), confirm));
        }
        ReplayPlan plan = what.choice.plan(
                what.choice.version().map(number -> replaying.version(what.choice.feed(), number, dryRun)));
        tellWhatIsPurged(replaying, plan);
        if (dryRun) {
            ReplayReport report = replaying.dryRun(plan);
            console.answer(
                    options.json(),
                    ReplayDocuments.document(report).map(),
                    () -> ReplayDocuments.lines(report, "would change"));
            return ExitCode.OK.number();
        }
        return ended(replaying, replaying.run(plan, confirm));
    }

    private void tellWhatIsPurged(Replaying replaying, ReplayPlan plan) {
        long last = replaying.purgedUpTo(plan);
        if (last > 0) {
            console.tell("What " + plan.feed().sender() + " sent up to submission " + last
                    + " is not read again: it was purged at the end of its retention (retention proof " + last + ").");
        }
    }

    private int ended(Replaying replaying, Replaying.Outcome outcome) {
        if (outcome instanceof Replaying.Outcome.Done done) {
            console.answer(
                    options.json(),
                    ReplayDocuments.document(done.report())
                            .with("replay", done.replay())
                            .map(),
                    () -> ReplayDocuments.lines(done.report(), "changed"));
            return ExitCode.OK.number();
        }
        if (outcome instanceof Replaying.Outcome.Stopped stopped) {
            throw new StopException(
                    ExitCode.TRY_LATER,
                    "Replay " + stopped.replay() + " was stopped after " + stopped.decided() + " of " + stopped.total()
                            + " files and has changed nothing. file replay --resume " + stopped.replay() + " does it.");
        }
        return asked(replaying, (Replaying.Outcome.Unconfirmed) outcome);
    }

    private int asked(Replaying replaying, Replaying.Outcome.Unconfirmed open) {
        long changes = open.report().changes();
        ReplayDocuments.lines(open.report(), "would change").forEach(console::tell);
        if (confirm.isEmpty()
                && console.ask("Type the number of changes to make them, or nothing to leave it: ")
                        .filter(Long.toString(changes)::equals)
                        .isPresent()) {
            return ended(replaying, replaying.resume(open.replay(), Optional.of(changes)));
        }
        throw new StopException(
                ExitCode.REFUSED,
                "Nothing was changed. Replay " + open.replay() + " would make " + Counted.of(changes, "change")
                        + "; say yes to that number: file replay --resume " + open.replay() + " --confirm " + changes
                        + ".");
    }

    private void step(int done, int total) {
        if (System.console() != null) {
            console.tell(done + " of " + total + " files read");
        }
    }
}
