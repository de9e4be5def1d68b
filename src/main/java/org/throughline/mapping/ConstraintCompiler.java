package org.throughline.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.throughline.mapping.value.Cell;
import org.throughline.mapping.value.PlainShape;
import org.throughline.mapping.value.ValueType;
import org.throughline.mapping.value.Written;
import org.throughline.mapping.yaml.Findings;
import org.throughline.mapping.yaml.Section;
import org.throughline.mapping.yaml.Text;

/** Compiles the {@code constraints} of one field. */
final class ConstraintCompiler {

    private static final Set<String> KEYS =
            Set.of("required", "pattern", "minimum", "maximum", "minLength", "maxLength", "enum");
    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

    private final Findings findings;
    private final ValueType type;
    private final Cell cell;
    private final List<Constraint> all = new ArrayList<>();
    private boolean required;

    ConstraintCompiler(Findings findings, ValueType type, Cell cell) {
        this.findings = findings;
        this.type = type;
        this.cell = cell;
    }

    List<Constraint> constraints(Section field) {
        Section constraints = Section.of(field.tree("constraints"), field, "`constraints`", KEYS);
        required = constraints.flag("required", false);
        pattern(constraints);
        bound(constraints, "minimum", "a value of at least ", comparison -> comparison >= 0);
        bound(constraints, "maximum", "a value of at most ", comparison -> comparison <= 0);
        length(constraints, "minLength", "at least ", true);
        length(constraints, "maxLength", "at most ", false);
        listed(constraints);
        return all;
    }

    /** True where the field must have a value; to be asked after {@link #constraints}. */
    boolean required() {
        return required;
    }

    private void pattern(Section constraints) {
        Optional<Text> text =
                constraints.text("pattern").filter(any -> fits(constraints, "pattern", type == ValueType.STRING));
        if (text.isEmpty()) {
            return;
        }
        try {
            Predicate<String> whole = PlainShape.of(Pattern.compile(text.get().text()));
            add("a text of the form " + text.get().text(), value -> whole.test((String) value));
        } catch (PatternSyntaxException broken) {
            findings.report(
                    text.get().at(Math.max(0, broken.getIndex())),
                    "This is not a regular expression: " + broken.getDescription() + ".");
        }
    }

    private void bound(Section constraints, String key, String expected, IntPredicate holds) {
        constraints
                .text(key)
                .filter(any -> fits(constraints, key, type.ordered()))
                .ifPresent(text -> value(key, text)
                        .ifPresent(limit -> add(expected + text.text(), value -> holds.test(compare(value, limit)))));
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object value, Object limit) {
        return ((Comparable<Object>) value).compareTo(limit);
    }

    private Optional<Object> value(String key, Text text) {
        Object value = cell.value(text.text(), ANY_DAY);
        if (value == null) {
            findings.report(
                    text.mark(), "`" + key + "` is `" + text.text() + "`, but must be " + type.described() + ".");
        }
        return Optional.ofNullable(value);
    }

    private void length(Section constraints, String key, String expected, boolean least) {
        Optional<Text> text = constraints.text(key).filter(any -> fits(constraints, key, type == ValueType.STRING));
        if (text.isEmpty()) {
            return;
        }
        if (!text.get().text().matches("\\d{1,6}")) {
            findings.report(text.get().mark(), "`" + key + "` must be a whole number of characters.");
            return;
        }
        int limit = Integer.parseInt(text.get().text());
        add(expected + limit + " characters", value -> {
            int length = ((String) value).codePointCount(0, ((String) value).length());
            return least ? length >= limit : length <= limit;
        });
    }

    private void listed(Section constraints) {
        if (!constraints.has("enum")) {
            return;
        }
        Set<String> words = constraints.texts("enum").stream().map(Text::text).collect(Collectors.toSet());
        String expected = constraints.texts("enum").stream().map(Text::text).collect(Collectors.joining(", "));
        add("one of " + expected, value -> words.contains(Written.text(value)));
    }

    private boolean fits(Section constraints, String key, boolean fits) {
        if (!fits) {
            findings.report(
                    constraints.mark(key), "`" + key + "` says nothing about a field of type " + type.word() + ".");
        }
        return fits;
    }

    private void add(String expected, Predicate<Object> holds) {
        all.add(new Constraint(expected, holds));
    }
}
