package org.throughline.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.mapping.Mapping;
import org.throughline.trial.Preview;
import org.throughline.trial.TrialFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a real file before and after mapping. */
@Command(
        name = "preview",
        description =
                "Show a file before and after mapping: its first records with what becomes of them, what stands in its"
                        + " columns, and codes that no code set knows. Nothing is stored. Values are shown by their shape,"
                        + " such as Aaaa 99/99/9999; codes of code sets are shown as they are.")
final class MappingPreviewCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(
            index = "0",
            paramLabel = "MAPPING",
            description = "Mapping, such as harborlight/fps-participants, or feed.")
    private String mapping;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file.")
    private Path file;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many records of each member are shown; 5 unless you say otherwise.")
    private int rows;

    @Option(
            names = "--show-values",
            description = "Show values as they are. Where this installation has a database, the look is in its audit"
                    + " ledger; elsewhere the file is your own.")
    private boolean showValues;

    @Option(
            names = "--mappings",
            paramLabel = "PLACE",
            description = "Folder or zip with the mappings; without it those installed here.")
    private Path mappings;

    @Mixin
    private JsonOption options;

    MappingPreviewCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        TrialFile tried = FileChoice.of(file, parts.clock(), 0);
        try (FeedPackage known = FeedPackage.open(parts, Optional.ofNullable(mappings))) {
            Mapping compiled = known.mapping(mapping);
            if (showValues) {
                parts.valuesAreShown("mapping.preview", compiled.id());
            }
            Preview.Result preview = new Preview(compiled, rows, showValues).of(tried, console.progress());
            PreviewDocuments documents = new PreviewDocuments(preview);
            console.answer(options.json(), documents.document(), documents::lines);
            return (preview.trial().clean() ? ExitCode.OK : ExitCode.PROBLEMS).number();
        }
    }
}
