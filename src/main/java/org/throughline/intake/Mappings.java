package org.throughline.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.throughline.mapping.Compilation;
import org.throughline.mapping.Diagnostic;
import org.throughline.mapping.Mapping;
import org.throughline.mapping.MappingCatalog;
import org.throughline.mapping.MappingCompiler;
import org.throughline.mapping.MappingSource;
import org.throughline.problem.NotFoundException;
import org.throughline.problem.SetupException;

/** Compiled mappings by their text, so that each text is compiled once. */
final class Mappings {
    private final MappingCatalog catalog;
    private final MappingVersions versions;
    private final Map<String, Mapping> compiled = new ConcurrentHashMap<>();

    Mappings(MappingCatalog catalog, MappingVersions versions) {
        this.catalog = catalog;
        this.versions = versions;
    }

    /** The mapping as it stands now, frozen under a version. */
    Versioned current(String id) {
        MappingSource source = catalog.find(id)
                .orElseThrow(() -> new NotFoundException(
                        "There is no mapping " + id + ". Mappings here: " + String.join(", ", catalog.ids()) + "."));
        Mapping mapping = compile(source);
        return new Versioned(mapping, versions.freeze(source));
    }

    /** The mapping as it was in a version. */
    Versioned version(long version) {
        return new Versioned(compile(versions.source(version)), version);
    }

    boolean exists(String id) {
        return catalog.find(id).isPresent();
    }

    private Mapping compile(MappingSource source) {
        return compiled.computeIfAbsent(source.id() + " " + source.sha256(), any -> {
            Compilation compilation = new MappingCompiler().compile(source);
            return compilation
                    .mapping()
                    .orElseThrow(() -> new SetupException(compilation.diagnostics().stream()
                            .map(Diagnostic::toString)
                            .toList()));
        });
    }

    record Versioned(Mapping mapping, long version) {}
}
