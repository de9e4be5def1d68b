package org.throughline.linkage;

import java.util.Locale;

/** What became of a compared pair of client records. */
public enum Decision {
    /** The same client. */
    LINK,
    /** Doubtful: waits for a person's ruling. */
    REVIEW,
    /** Not the same client. */
    NO_LINK;

    /** The word in the database and on screens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The decision with this word. */
    public static Decision of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
