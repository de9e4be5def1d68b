package org.throughline.canonical;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** The type of a canonical field, with the Java type that carries it. */
public enum FieldType {
    /** Text or a code. */
    TEXT(String.class),
    /** A whole number. */
    INTEGER(Long.class),
    /** An amount with two decimals. */
    DECIMAL(BigDecimal.class),
    /** A civil day in the sender's zone. */
    DATE(LocalDate.class),
    /** A point in time. */
    INSTANT(Instant.class),
    /** Yes or no. */
    BOOLEAN(Boolean.class);

    private final Class<?> carrier;

    FieldType(Class<?> carrier) {
        this.carrier = carrier;
    }

    /** The Java type of a value of this type. */
    public Class<?> carrier() {
        return carrier;
    }
}
