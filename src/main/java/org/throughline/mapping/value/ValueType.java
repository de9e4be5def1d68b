package org.throughline.mapping.value;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The type of a source field or a fact, in the words of Frictionless Table Schema. */
public enum ValueType {
    /** Text or a code; carried as String. */
    STRING,
    /** A whole number; carried as Long. */
    INTEGER,
    /** A number with decimals; carried as BigDecimal. */
    NUMBER,
    /** A civil day; carried as LocalDate. */
    DATE,
    /** A civil day and time in the sender's zone; carried as LocalDateTime. */
    DATETIME,
    /** Yes or no; carried as Boolean. */
    BOOLEAN,
    /** A month; carried as the LocalDate of its first day. */
    YEARMONTH;

    /** The word used in mappings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word with its article, as messages use it. */
    public String described() {
        return this == INTEGER ? "an integer" : "a " + word();
    }

    /** The words of all types. */
    public static Set<String> words() {
        return Arrays.stream(values()).map(ValueType::word).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The type with this word. */
    public static Optional<ValueType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /** True for types of which one value can be smaller than another. */
    public boolean ordered() {
        return this != STRING && this != BOOLEAN;
    }
}
