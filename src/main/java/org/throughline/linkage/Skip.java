package org.throughline.linkage;

import java.util.Locale;
import java.util.Set;

/**
 * An identifier that is left out of comparison, and why.
 *
 * @param identifier which
 * @param reason why
 */
record Skip(Identifier identifier, Reason reason) {
    private static final Set<String> NO_ANSWER = Set.of("8", "9", "99");

    /** True for data quality 8 (client does not know), 9 (prefers not to answer) and 99 (not collected). */
    static boolean saysNothing(String quality) {
        return NO_ANSWER.contains(quality);
    }

    /** Why an identifier is no evidence. */
    enum Reason {
        /** The sender gives none. */
        MISSING,
        /** Data quality 8, 9 or 99: no evidence even where a value is present (HMIS 3.01.5, 3.02.2, 3.03.2). */
        QUALITY_CODE,
        /** Data quality 2, or some digits only: what is left counts in part. */
        PARTIAL,
        /** A value that stands for no value, such as BABY BOY or 1900-01-01. */
        PLACEHOLDER,
        /** Not a value that can exist. */
        INVALID,
        /** Carried by more unrelated names than one person can have. */
        FREQUENT
    }

    /** Such as {@code ssn quality_code}. */
    String words() {
        return identifier.words() + " " + reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
