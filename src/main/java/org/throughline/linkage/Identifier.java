package org.throughline.linkage;

import java.util.Locale;

/** The identifiers that the rules look at. */
enum Identifier {
    SSN("SSN"),
    SSN_LAST_4("last four of the SSN"),
    BIRTH_DATE("birth date"),
    FIRST_NAME("first name"),
    LAST_NAME("last name"),
    MIDDLE_NAME("middle name"),
    NAME_SUFFIX("name suffix"),
    PHONE("phone"),
    OTHER_ID("other id");

    private final String words;

    Identifier(String words) {
        this.words = words;
    }

    /** Name in the database. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name in a sentence. */
    String words() {
        return words;
    }
}
