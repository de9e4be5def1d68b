package org.throughline.linkage;

import java.util.Locale;

/** The two things a person can rule about a pair of client records. */
public enum RulingKind {
    /** Never the same client. */
    NEVER,
    /** Always the same client. */
    ALWAYS;

    /** The word in the database and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this word. */
    public static RulingKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
