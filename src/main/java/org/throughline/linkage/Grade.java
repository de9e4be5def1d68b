package org.throughline.linkage;

import java.util.Locale;

/** How far a link may be relied on; later constants are stronger. */
public enum Grade {
    /** No link. */
    NONE,
    /** Good enough for aggregate measures. */
    ANALYTIC,
    /** Good enough to tell a provider about one client. */
    DISCLOSURE;

    /** The word in the database and on screens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The grade with this word. */
    public static Grade of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
