package org.throughline.suggest;

import java.util.Map;
import org.throughline.canonical.FieldType;

/** A line under {@code set}, with the usual way to clean such a text. */
final class FieldLine {
    private static final Map<String, String> CLEAN = Map.of(
            "first_name", "[trim, name]",
            "middle_name", "[trim, name]",
            "last_name", "[trim, name]",
            "phone", "phone_us",
            "ssn", "ssn",
            "email", "[trim, lower]",
            "street", "collapse");

    private FieldLine() {}

    static String of(Decided field) {
        String target = field.target().field();
        if (field.codes().isPresent()) {
            return target + ": {from: " + field.name() + ", codes: " + field.name() + "}";
        }
        boolean text = field.target()
                .canonical()
                .filter(one -> one.type() == FieldType.TEXT)
                .isPresent();
        return text
                ? target + ": {from: " + field.name() + ", clean: " + CLEAN.getOrDefault(target, "trim") + "}"
                : target + ": " + field.name();
    }
}
