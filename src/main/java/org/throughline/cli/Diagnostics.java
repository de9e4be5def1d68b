package org.throughline.cli;

import java.util.Map;
import org.throughline.mapping.Diagnostic;

/** How something wrong in a file looks in JSON. */
final class Diagnostics {

    private Diagnostics() {}

    static Map<String, Object> document(Diagnostic diagnostic) {
        return Document.of("file", diagnostic.file())
                .with("line", diagnostic.line())
                .with("column", diagnostic.column())
                .with("message", diagnostic.message())
                .map();
    }
}
