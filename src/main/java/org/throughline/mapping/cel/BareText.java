package org.throughline.mapping.cel;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.mapping.value.ValueType;

/**
 * Compiles the two shapes that most expressions of mappings have, a name and the question whether it has a value, without
 * the library: checking any text there takes longer than compiling the rest of its line.
 */
record BareText(Map<String, ValueType> names, Map<String, Integer> places) {

    private static final Pattern SHAPE = Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_.]*)(?:\\s*(==|!=)\\s*null)?\\s*");

    /** The expression; empty where the text has another shape or names nothing that is known. */
    Optional<Expression> expression(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches() || !names.containsKey(shape.group(1))) {
            return Optional.empty();
        }
        String name = shape.group(1);
        Plain variable = Plain.variable(name, places.get(name));
        return Optional.of(
                shape.group(2) == null
                        ? new PlainExpression(variable, Set.of(name), ExpressionType.of(names.get(name)))
                        : new PlainExpression(
                                Plain.equal(
                                        variable,
                                        Plain.constant(null),
                                        shape.group(2).equals("==")),
                                Set.of(name),
                                ExpressionType.BOOLEAN));
    }
}
