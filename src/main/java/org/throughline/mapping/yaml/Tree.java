package org.throughline.mapping.yaml;

/** A node of a mapping file: text, a map or a list. */
public sealed interface Tree permits Text, Branch, Sequence {

    /** Where it starts. */
    Mark mark();

    /** What it is, in the words of a message. */
    default String kind() {
        if (this instanceof Text) {
            return "a text";
        }
        return this instanceof Branch ? "a map" : "a list";
    }

    /** True for an empty value, {@code ~} or {@code null} without quotes. */
    default boolean isNull() {
        return this instanceof Text text && text.unset();
    }
}
