package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.throughline.intake.MappingVersion;
import org.throughline.intake.Publication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows the versions of a mapping: who, when, why, from which day, and how many submissions each read. */
@Command(
        name = "history",
        description =
                "Show the versions of a mapping: who proposed and approved them, when and why, from which day they"
                        + " count, and how many submissions each read.")
final class MappingHistoryCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Parameters(paramLabel = "MAPPING", description = "Mapping, such as harborlight/fps-participants.")
    private String mapping;

    @Mixin
    private JsonOption options;

    MappingHistoryCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<MappingVersion> versions = parts.publishing().versions(mapping);
        List<Publication> publications = parts.publishing().history(mapping);
        Optional<String> draft = parts.publishing().draft(mapping);
        Document document = Document.of("mapping", mapping)
                .with(
                        "versions",
                        versions.stream()
                                .map(version -> document(version, publications))
                                .toList())
                .with("draft_differs", draft.isPresent());
        console.answer(options.json(), document.map(), () -> lines(versions, publications, draft));
        return ExitCode.OK.number();
    }

    private static Map<String, Object> document(MappingVersion version, List<Publication> publications) {
        return Document.of("number", version.number())
                .with("sha256", version.sha256())
                .with("stored_by", version.author())
                .with("stored_at", version.storedAt().toString())
                .with("submissions", version.submissions())
                .with(
                        "publications",
                        of(version, publications).stream()
                                .map(PublicationDocuments::document)
                                .toList())
                .map();
    }

    private static List<Publication> of(MappingVersion version, List<Publication> publications) {
        return publications.stream()
                .filter(publication -> publication.version() == version.version())
                .toList();
    }

    private static List<String> lines(
            List<MappingVersion> versions, List<Publication> publications, Optional<String> draft) {
        List<String> lines = new ArrayList<>();
        for (MappingVersion version : versions) {
            lines.add("version " + version.number() + ", stored " + version.storedAt() + " by " + version.author()
                    + ", read " + Counted.of(version.submissions(), "submission"));
            of(version, publications).forEach(publication -> lines.add("  " + PublicationDocuments.line(publication)));
        }
        if (versions.isEmpty()) {
            lines.add("No version of this mapping is stored yet: it was neither published nor used.");
        }
        draft.ifPresent(lines::add);
        return lines;
    }
}
