package org.throughline.mapping.yaml;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects everything wrong with a mapping, so that its author sees it at once. Not safe for use by several threads. */
public final class Findings {

    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(
                    (Finding finding) -> finding.mark().file())
            .thenComparing(finding -> finding.mark().line())
            .thenComparing(finding -> finding.mark().column());

    private final Set<Finding> all = new LinkedHashSet<>();

    /** Adds a finding; the same message at the same place counts once. */
    public void report(Mark mark, String message) {
        all.add(new Finding(mark, message));
    }

    /** True where nothing was found. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The findings in the order of file, line and column. */
    public List<Finding> sorted() {
        return all.stream().sorted(BY_PLACE).toList();
    }
}
