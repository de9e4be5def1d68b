package org.throughline.measure;

import java.util.Locale;

/** Grade of the link between a provider's record and the record that shows an event; later constants are stronger. */
public enum LinkGrade {
    /** Not linked. */
    NONE,
    /** Good enough for aggregates. */
    ANALYTIC,
    /** Good enough to tell the provider. */
    DISCLOSURE;

    /** The word in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
