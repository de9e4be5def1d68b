package org.throughline.format.fixedwidth;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A field that a header or trailer must have.
 *
 * @param oneOf the values agreed; none where any will do
 * @param pattern what the value must look like
 */
public record ControlField(FixedField field, List<String> oneOf, Optional<Pattern> pattern) {

    public ControlField {
        oneOf = List.copyOf(oneOf);
    }

    /** What is wrong with a value, without the value; empty where nothing is. */
    Optional<String> fault(String value) {
        if (value.isBlank() && !oneOf.contains("")) {
            return Optional.of("is blank");
        }
        if (!oneOf.isEmpty() && !oneOf.contains(value)) {
            return Optional.of("is none of the values agreed, which are " + String.join(", ", oneOf));
        }
        return pattern.filter(form -> !form.matcher(value).matches()).map(form -> "is not of the form agreed");
    }
}
