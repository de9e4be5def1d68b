package org.throughline.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.throughline.coverage.Coverage;
import org.throughline.coverage.Need;
import org.throughline.coverage.StoredRecords;
import org.throughline.mapping.Outline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says which canonical fields each sender supplies, how well, and who needs them. */
@Command(
        name = "coverage",
        description = "Per sender and canonical field: required, supplied, how full, how valid, and who needs it; what"
                + " measures and outcome files need and who cannot supply it. What used each column with --used,"
                + " columns that nobody uses with --unused.")
final class MappingCoverageCommand implements Callable<Integer> {
    private static final Duration YEAR = Duration.ofDays(365);

    private final Parts parts;
    private final Console console;

    @Option(names = "--sender", paramLabel = "SENDER", description = "This sender only.")
    private Optional<String> sender = Optional.empty();

    @Option(
            names = "--unused",
            description =
                    "Columns that no measure computed in the last year, no linkage, outcome file, key or check used.")
    private boolean unused;

    @Option(
            names = "--used",
            description =
                    "Per column what used it in the last year, how often and when last: measures, linkage, outcome"
                            + " files.")
    private boolean used;

    @Option(names = "--agreed", description = "Only what the mappings agree; needs no database.")
    private boolean agreed;

    @Mixin
    private JsonOption options;

    MappingCoverageCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        StoredRecords stored = agreed ? StoredRecords.UNKNOWN : parts.storedRecords();
        List<Outline> outlines = new ArrayList<>();
        for (String id : parts.mappings().ids()) {
            if (sender.isEmpty() || id.startsWith(sender.get() + "/")) {
                parts.mappings()
                        .find(id)
                        .flatMap(source -> parts.compile(source).mapping())
                        .map(Outline::of)
                        .ifPresent(outlines::add);
            }
        }
        if (sender.isPresent() && outlines.isEmpty()) {
            throw new StopException(
                    ExitCode.NOT_FOUND, "No mapping of " + sender.get() + " compiles. mapping list names all.");
        }
        Coverage coverage = new Coverage(outlines, stored, needs(stored));
        if (used) {
            UseDocuments uses = new UseDocuments(coverage.used(stored.used(lastYear())));
            console.answer(options.json(), uses.document(), uses::lines);
            return ExitCode.OK.number();
        }
        CoverageDocuments documents = new CoverageDocuments(coverage, stored, sender);
        console.answer(
                options.json(),
                unused ? documents.unused() : documents.document(),
                unused ? documents::unusedLines : documents::lines);
        return ExitCode.OK.number();
    }

    private Instant lastYear() {
        return parts.clock().instant().minus(YEAR);
    }

    /** A measure that nobody computed in a year needs nothing that could be asked for; linkage and outcome files always do. */
    private List<Need> needs(StoredRecords stored) {
        if (!unused || agreed) {
            return Need.all();
        }
        Set<String> computed =
                stored.used(lastYear()).stream().map(StoredRecords.Used::user).collect(Collectors.toSet());
        return Need.all().stream()
                .filter(need -> need.user().equals(Need.LINKAGE)
                        || need.user().equals(Need.OUTCOMES)
                        || computed.contains(need.user()))
                .toList();
    }
}
