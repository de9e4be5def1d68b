package org.throughline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.throughline.drift.Change;
import org.throughline.drift.Drift;
import org.throughline.drift.FileLook;
import org.throughline.format.ByteSource;
import org.throughline.mapping.Compilation;
import org.throughline.mapping.Diagnostic;
import org.throughline.mapping.Mapping;
import org.throughline.mapping.MappingSource;
import org.throughline.mapping.MemberMapping;
import org.throughline.mapping.Outline;
import org.throughline.problem.SetupException;
import org.throughline.profile.SampleFormat;
import org.throughline.profile.SampleProfiler;
import org.throughline.setup.NearestName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds a file against one before it. */
@Command(
        name = "drift",
        description = "What changed between two files of a feed, and which change of the mapping would follow: columns"
                + " added, removed, renamed or reordered, types, codes, how full columns are, how many records."
                + " Needs no database.")
final class MappingDriftCommand implements Callable<Integer> {
    private static final long MOST = 50_000;

    private final Parts parts;
    private final Console console;

    @Parameters(paramLabel = "ID", description = "Mapping of plain files, such as harborlight/fps-participants.")
    private String id;

    @Option(names = "--before", required = true, paramLabel = "FILE", description = "A file that was taken.")
    private Path before;

    @Option(names = "--after", required = true, paramLabel = "FILE", description = "A file that came later.")
    private Path after;

    @Mixin
    private JsonOption options;

    MappingDriftCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Mapping mapping = mapping();
        if (mapping.bundle().isPresent()) {
            throw new StopException(ExitCode.USAGE, id + " reads bundles; drift compares plain files only.");
        }
        MemberMapping member = mapping.members().get(0);
        Outline.Table table = Outline.of(mapping).tables().get(0);
        List<Change> changes = Drift.between(table, look(member, before), look(member, after));
        console.answer(
                options.json(),
                Document.of("mapping", id)
                        .with(
                                "changes",
                                changes.stream()
                                        .map(MappingDriftCommand::document)
                                        .toList())
                        .map(),
                () -> lines(changes));
        return (changes.isEmpty() ? ExitCode.OK : ExitCode.PROBLEMS).number();
    }

    private Mapping mapping() {
        MappingSource source = parts.mappings()
                .find(id)
                .orElseThrow(() -> new StopException(
                        ExitCode.NOT_FOUND,
                        "There is no mapping " + id + "."
                                + NearestName.question(parts.mappings().ids(), id)
                                + " mapping list names all."));
        Compilation compilation = parts.compile(source);
        return compilation
                .mapping()
                .orElseThrow(() -> new SetupException(compilation.diagnostics().stream()
                        .map(Diagnostic::toString)
                        .toList()));
    }

    private static FileLook look(MemberMapping member, Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new StopException(
                    ExitCode.NOT_FOUND, "There is no file " + file + " that can be read. Check the path.");
        }
        SampleFormat format = new SampleFormat("agreed", List.of(), member::open, true, List.of(), Map.of());
        return FileLook.of(SampleProfiler.profile(ByteSource.of(file), format, MOST, Set.of()));
    }

    private static Map<String, Object> document(Change change) {
        return Document.of("kind", change.kind().name())
                .with("column", change.column())
                .with("fact", change.fact())
                .with("at", change.at())
                .with("proposal", change.proposal())
                .map();
    }

    private static List<String> lines(List<Change> changes) {
        List<String> lines = new ArrayList<>();
        for (Change change : changes) {
            lines.add(change.kind() + ": " + change.fact());
            change.proposal()
                    .forEach(line -> lines.add(
                            "  proposed" + (change.at().isEmpty() ? "" : " at " + change.at()) + ": " + line));
        }
        lines.add(Counted.of(changes.size(), "change") + ".");
        return lines;
    }
}
