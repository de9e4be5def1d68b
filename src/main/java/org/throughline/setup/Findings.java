package org.throughline.setup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.throughline.mapping.Diagnostic;

/** Everything found wrong in reviewed files, so that it can be told at once. Not safe for use by several threads. */
public final class Findings {
    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(Diagnostic::file)
            .thenComparingInt(Diagnostic::line)
            .thenComparingInt(Diagnostic::column);

    private final List<Diagnostic> found = new ArrayList<>();

    /** Adds one. */
    public void add(Diagnostic finding) {
        found.add(finding);
    }

    /** All of them, by file, line and column. */
    public List<Diagnostic> all() {
        return found.stream().sorted(BY_PLACE).distinct().toList();
    }
}
