package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import org.throughline.mapping.MappingCatalog;
import org.throughline.mapping.MappingSource;
import org.throughline.setup.NearestName;
import picocli.CommandLine.Parameters;

/** The mappings that a command is about: those named, or all. */
final class MappingChoice {
    @Parameters(
            arity = "0..*",
            paramLabel = "ID",
            description = "Mapping, such as harborlight/fps-participants; all where none is named.")
    private List<String> ids = new ArrayList<>();

    List<MappingSource> of(MappingCatalog catalog) {
        List<String> known = catalog.ids();
        return (ids.isEmpty() ? known : ids)
                .parallelStream()
                        .map(id -> catalog.find(id).orElseThrow(() -> notFound(known, id)))
                        .toList();
    }

    private static StopException notFound(List<String> known, String id) {
        return new StopException(
                ExitCode.NOT_FOUND,
                "There is no mapping " + id + "." + NearestName.question(known, id) + " mapping list names all.");
    }
}
