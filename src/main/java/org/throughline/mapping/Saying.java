package org.throughline.mapping;

import java.util.List;
import java.util.Optional;
import org.throughline.mapping.cel.Answer;
import org.throughline.mapping.value.Written;

/**
 * What a check says: text with expressions in braces.
 *
 * @param fact the text without the braces and what stands in them: it holds no value of the record
 */
record Saying(String fact, List<Part> parts) {

    private static final String EMPTY = "(empty)";

    /** Plain text, or a formula; a formula that is only a field's name is told as the sender wrote the cell. */
    record Part(String text, Optional<Formula> formula, Optional<SourceField> field) {}

    Saying {
        parts = List.copyOf(parts);
    }

    /** The text with the values, for the sender. */
    String told(RecordValues row) {
        StringBuilder told = new StringBuilder();
        for (Part part : parts) {
            told.append(part.text());
            part.field().ifPresent(field -> told.append(row.raw(field).isBlank() ? EMPTY : row.raw(field)));
            part.formula()
                    .ifPresent(
                            formula -> told.append(written(formula.expression().answer(row))));
        }
        return told.toString();
    }

    private static String written(Answer answer) {
        if (answer.value() == null) {
            return EMPTY;
        }
        String text = answer.value() instanceof Double number
                ? Written.text(new java.math.BigDecimal(number.toString()))
                : Written.text(answer.value());
        return text.endsWith(" 00:00:00") ? text.substring(0, text.length() - 9) : text;
    }
}
