package org.throughline.problem;

import java.util.List;

/** Configuration, mapping or partner files are wrong: agency IT or the operator mends it. Carries everything found at once. */
public final class SetupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> findings;

    /** All findings, each a full sentence with its place. */
    public SetupException(List<String> findings) {
        super(String.join(System.lineSeparator(), findings));
        this.findings = List.copyOf(findings);
    }

    /** A single finding. */
    public SetupException(String finding) {
        this(List.of(finding));
    }

    /** What was found, in the order of the files. */
    public List<String> findings() {
        return findings;
    }
}
