package org.throughline.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.throughline.describe.DataContract;
import org.throughline.describe.DataPackage;
import org.throughline.describe.ProviderPage;
import org.throughline.format.zip.BundleWriter;
import org.throughline.mapping.Compilation;
import org.throughline.mapping.Diagnostic;
import org.throughline.mapping.MappingSource;
import org.throughline.mapping.Outline;
import org.throughline.problem.SetupException;
import org.throughline.setup.NearestName;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Describes a mapping for its sender, or packs it. */
@Command(
        name = "export",
        description = "Describe what a mapping agrees with its sender, or pack all its files. Needs no database.")
final class MappingExportCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(paramLabel = "ID", description = "Mapping, such as harborlight/fps-participants.")
    private String id;

    @ArgGroup(multiplicity = "1")
    private Form form;

    @Option(names = "--out", paramLabel = "FILE", description = "File to write; standard output without it.")
    private Optional<Path> out = Optional.empty();

    MappingExportCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    /** Which description is wanted. */
    static final class Form {
        @Option(names = "--datapackage", description = "A Frictionless Data Package (datapackage.json).")
        private boolean dataPackage;

        @Option(names = "--odcs", description = "A data contract after ODCS 3.1 (*.odcs.yaml).")
        private boolean contract;

        @Option(names = "--html", description = "A page for the provider.")
        private boolean page;

        @Option(names = "--package", description = "A zip of all files of the mapping, for file check --mappings.")
        private boolean zip;
    }

    @Override
    public Integer call() throws IOException {
        MappingSource source = parts.mappings()
                .find(id)
                .orElseThrow(() -> new StopException(
                        ExitCode.NOT_FOUND,
                        "There is no mapping " + id + "."
                                + NearestName.question(parts.mappings().ids(), id)
                                + " mapping list names all."));
        Compilation compilation = parts.compile(source);
        Outline outline = compilation
                .mapping()
                .map(Outline::of)
                .orElseThrow(() -> new SetupException(compilation.diagnostics().stream()
                        .map(Diagnostic::toString)
                        .toList()));
        if (form.zip) {
            pack(source);
        } else {
            write(text(outline));
        }
        return ExitCode.OK.number();
    }

    private String text(Outline outline) {
        if (form.page) {
            return ProviderPage.of(outline);
        }
        if (form.contract) {
            DumpSettings settings = DumpSettings.builder()
                    .setDefaultFlowStyle(FlowStyle.BLOCK)
                    .setWidth(120)
                    .build();
            return new Dump(settings).dumpToString(DataContract.of(outline));
        }
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return mapper.writeValueAsString(DataPackage.of(outline)) + "\n";
    }

    private void write(String text) throws IOException {
        if (out.isEmpty()) {
            console.say(text.stripTrailing());
            return;
        }
        Files.write(out.get(), text.getBytes(StandardCharsets.UTF_8));
        console.say("wrote " + out.get());
    }

    private void pack(MappingSource source) throws IOException {
        Path file = out.orElseThrow(
                () -> new StopException(ExitCode.USAGE, "A zip is written to a file: name it by --out " + "FILE.zip."));
        try (BundleWriter zip = BundleWriter.open(Files.newOutputStream(file))) {
            for (var entry : source.files().entrySet()) {
                try (OutputStream member = zip.member("mappings/" + entry.getKey())) {
                    member.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        console.say("wrote " + file);
    }
}
