package org.throughline.mapping.cel;

import org.throughline.mapping.value.ValueType;

/** The type of an expression's answer. */
public enum ExpressionType {
    /** Carried as String. */
    TEXT("text"),
    /** Carried as Long. */
    INTEGER("integer"),
    /** Carried as Double. */
    NUMBER("number"),
    /** A day or a time; carried as LocalDateTime. */
    TIME("date"),
    /** Carried as Boolean. */
    BOOLEAN("boolean"),
    /** A list of texts; carried as List. */
    TEXTS("list"),
    /** A list of numbers; carried as List. */
    NUMBERS("list"),
    /** Always null. */
    NOTHING("null"),
    /** A list or a map, which no field can take. */
    OTHER("list or map");

    private final String word;

    ExpressionType(String word) {
        this.word = word;
    }

    /** The word used in messages. */
    public String word() {
        return word;
    }

    /** The type in which an expression sees values of a source type. */
    public static ExpressionType of(ValueType type) {
        return switch (type) {
            case STRING -> TEXT;
            case INTEGER -> INTEGER;
            case NUMBER -> NUMBER;
            case DATE, DATETIME, YEARMONTH -> TIME;
            case BOOLEAN -> BOOLEAN;
        };
    }
}
