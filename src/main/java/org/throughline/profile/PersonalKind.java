package org.throughline.profile;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a column tells about who somebody is. Found by the column's name or by the shapes of its values; such values are
 * never shown and never kept.
 */
public enum PersonalKind {
    /** A Social Security number. */
    SSN("\\d{3}-\\d{2}-\\d{4}"),
    /** An e-mail address. */
    EMAIL("[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}"),
    /** A telephone number. */
    PHONE("(\\+?1[ .-]?)?(\\(\\d{3}\\) ?|\\d{3}[ .-])\\d{3}[ .-]\\d{4}"),
    /** A day of birth or death. */
    BIRTH_DATE(""),
    /** A name, or a part of one. */
    NAME(""),
    /** A place to live, or a part of an address. */
    ADDRESS(""),
    /** A number that others know a person by. */
    OTHER_ID("");

    private static final Set<String> NAMES = Set.of(
            "first", "last", "middle", "suffix", "prefix", "maiden", "nickname", "alias", "initials", "fullname");
    private static final Set<String> NOT_OF_PERSONS = Set.of(
            "program",
            "organization",
            "agency",
            "provider",
            "project",
            "facility",
            "school",
            "site",
            "file",
            "payer",
            "service",
            "measure",
            "hospital",
            "column",
            "user",
            "county",
            "employer",
            "product");
    private static final Set<String> PLACES =
            Set.of("address", "street", "apartment", "apt", "city", "town", "suburb", "postal", "zip4", "lat", "lon");
    private static final Set<String> NUMBERS =
            Set.of("license", "drivers", "passport", "medicaid", "medicare", "alien", "fingerprint");

    private final Pattern shape;

    PersonalKind(String shape) {
        this.shape = Pattern.compile(shape);
    }

    /** The word of {@code pii} in mappings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a column's name says. */
    public static Optional<PersonalKind> byName(HeaderWords name) {
        if (name.hasAll("social", "security")) {
            return Optional.of(SSN);
        }
        if (name.hasAny(Set.of("email", "e-mail"))) {
            return Optional.of(EMAIL);
        }
        if (name.hasAny(Set.of("phone", "fax"))) {
            return Optional.of(PHONE);
        }
        if (name.hasAny(Set.of("birth", "death", "birthyear"))) {
            return Optional.of(BIRTH_DATE);
        }
        return name.hasAny(NUMBERS) ? Optional.of(OTHER_ID) : nameOrPlace(name);
    }

    private static Optional<PersonalKind> nameOrPlace(HeaderWords name) {
        if (name.hasAny(PLACES)) {
            return Optional.of(ADDRESS);
        }
        boolean named = (name.hasAny(NAMES) || name.hasAll("name")) && !name.hasAny(Set.of("date", "contact", "day"));
        return named && !name.hasAny(NOT_OF_PERSONS) ? Optional.of(NAME) : Optional.empty();
    }

    /** What a value's shape says; only some kinds have a shape of their own. */
    static Optional<PersonalKind> byShape(String value) {
        for (PersonalKind kind : new PersonalKind[] {SSN, EMAIL, PHONE}) {
            if (kind.shape.matcher(value).matches()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
