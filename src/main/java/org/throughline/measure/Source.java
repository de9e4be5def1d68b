package org.throughline.measure;

import java.util.Locale;

/** A kind of source whose completeness decides whether an event could have been seen. */
public enum Source {
    /** Shelter stays and enrollments in homeless programs. */
    HOMELESSNESS,
    /** Reports of child maltreatment. */
    CHILD_WELFARE;

    /** The word in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
