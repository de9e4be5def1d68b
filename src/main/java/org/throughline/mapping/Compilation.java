package org.throughline.mapping;

import java.util.List;
import java.util.Optional;

/** What compiling a mapping gives: the mapping, or everything that is wrong with it. */
public record Compilation(Optional<Mapping> mapping, List<Diagnostic> diagnostics) {

    public Compilation {
        diagnostics = List.copyOf(diagnostics);
    }
}
