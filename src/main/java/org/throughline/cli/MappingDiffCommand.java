package org.throughline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.intake.Baseline;
import org.throughline.intake.Submission;
import org.throughline.intake.SubmissionStatus;
import org.throughline.mapping.Compilation;
import org.throughline.mapping.Diagnostic;
import org.throughline.mapping.Mapping;
import org.throughline.mapping.MappingSource;
import org.throughline.problem.SetupException;
import org.throughline.trial.DifferenceSum;
import org.throughline.trial.MappingComparison;
import org.throughline.trial.TrialFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a change of a mapping would do. */
@Command(
        name = "diff",
        description =
                "Show what the mapping as its file stands would make otherwise of the last files of its feeds than the"
                        + " version that counts now: records changed by field, newly held, newly taken, lost. With FILE"
                        + " and --with, compare what two files say, each under its own mapping, by key; this needs no"
                        + " database. Tells counts and places, never a value. Exit code 3 where a record would be newly"
                        + " held or lost.")
final class MappingDiffCommand implements Callable<Integer> {
    private static final double NANOS = 1e9;

    private final Parts parts;
    private final Console console;

    @Parameters(index = "0", paramLabel = "MAPPING", description = "Mapping, such as harborlight/fps-participants.")
    private String mapping;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "A file, to go with --with.")
    private Path file;

    @Option(
            names = "--with",
            arity = "2",
            paramLabel = "MAPPING FILE",
            description = "The mapping and the file to compare with.")
    private List<String> other = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "VERSION",
            description = "Number of the version to compare with; the one that counts now unless you say otherwise.")
    private Integer against;

    @Option(
            names = "--last",
            paramLabel = "K",
            defaultValue = "3",
            description = "How many of the last files are tried; 3 unless you say otherwise.")
    private int last;

    @Mixin
    private JsonOption options;

    MappingDiffCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        if ((file == null) != other.isEmpty()) {
            throw new StopException(ExitCode.USAGE, "FILE and --with go together: each names one of the two files.");
        }
        return file == null ? versions() : files();
    }

    private Integer files() {
        try (FeedPackage known = FeedPackage.open(parts, Optional.empty())) {
            TrialFile first = FileChoice.of(file, parts.clock(), 0);
            TrialFile second = FileChoice.of(Path.of(other.get(1)), parts.clock(), 0);
            MappingComparison.Contents contents =
                    new MappingComparison(known.mapping(mapping), known.mapping(other.get(0))).of(first, second);
            ContentDocuments documents = new ContentDocuments(contents);
            console.answer(options.json(), documents.document(), documents::lines);
            boolean read = contents.before().status() == SubmissionStatus.LOADED
                    && contents.after().status() == SubmissionStatus.LOADED;
            return (read ? ExitCode.OK : ExitCode.PROBLEMS).number();
        }
    }

    private Integer versions() {
        long start = System.nanoTime();
        try (FeedPackage known = FeedPackage.open(parts, Optional.empty())) {
            Mapping draft = known.mapping(mapping);
            Baseline.Numbered before = before(draft.id());
            MappingComparison comparison = new MappingComparison(compiled(before.source()), draft);
            List<DiffDocuments.Tried> tried = new ArrayList<>();
            for (Baseline.File kept : files(draft.id())) {
                tried.add(new DiffDocuments.Tried(kept.submission().number(), comparison.of(trial(kept))));
            }
            double seconds = (System.nanoTime() - start) / NANOS;
            boolean same = before.source().sha256().equals(draft.source().sha256());
            DiffDocuments documents =
                    new DiffDocuments(draft.id(), new DiffDocuments.Version(before.number(), same), tried, seconds);
            console.answer(options.json(), documents.document(), documents::lines);
            DifferenceSum sum = documents.sum();
            return (sum.newlyHeld() + sum.lost() == 0 ? ExitCode.OK : ExitCode.PROBLEMS).number();
        }
    }

    private Baseline.Numbered before(String id) {
        if (against == null) {
            return parts.baseline()
                    .current(id)
                    .orElseThrow(() -> new StopException(
                            ExitCode.NOT_FOUND,
                            "No version of " + id + " was ever used or published, so there is nothing to compare with."
                                    + " mapping preview shows what the file makes of a sample."));
        }
        return parts.baseline()
                .version(id, against)
                .orElseThrow(() -> new StopException(
                        ExitCode.NOT_FOUND,
                        "There is no version " + against + " of " + id + ". mapping history names all."));
    }

    private List<Baseline.File> files(String id) {
        List<Baseline.File> files = parts.baseline().last(id, last).stream()
                .filter(kept -> Files.isRegularFile(kept.path()))
                .toList();
        if (files.isEmpty()) {
            throw new StopException(
                    ExitCode.NOT_FOUND,
                    "No file of a feed that uses " + id + " is kept, so there is nothing to try. What was purged at the"
                            + " end of its retention cannot be read again; retention proof lists it.");
        }
        return files;
    }

    private static TrialFile trial(Baseline.File kept) {
        Submission submission = kept.submission();
        return new TrialFile(
                kept.path(), submission.fileName(), submission.receivedAt(), submission.doneFile(), kept.lastRows());
    }

    private Mapping compiled(MappingSource source) {
        Compilation compilation = parts.compile(source);
        return compilation
                .mapping()
                .orElseThrow(() -> new SetupException(compilation.diagnostics().stream()
                        .map(Diagnostic::toString)
                        .toList()));
    }
}
