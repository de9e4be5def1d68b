package org.throughline.format.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A path as a mapping writes it: {@code birthDate}, {@code name[use=official].given[1]},
 * {@code identifier[type.coding.code=MR?][0].value} where all repetitions count if none has the value, and {@code subject->Patient.identifier[0].value} for a value of the
 * resource that a reference names.
 *
 * @param target type of the resource that the reference names, and the path in it
 */
record FhirPath(List<Step> steps, Optional<Target> target) {
    private static final String NAME = "_?[A-Za-z][A-Za-z0-9]*";
    private static final Pattern STEP = Pattern.compile("(" + NAME + ")((?:\\[[^\\[\\]]+])*)");
    private static final Pattern SELECTOR =
            Pattern.compile("\\[(?:([0-9]{1,4})|((?:" + NAME + ")(?:\\." + NAME + ")*)=([^\\[\\]?]+)(\\?)?)]");
    private static final String ARROW = "->";

    FhirPath {
        steps = List.copyOf(steps);
    }

    /** A path in another resource. */
    record Target(String kind, FhirPath path) {}

    /** An element, and which of its repetitions are meant: all of them where nothing is said. */
    record Step(String name, List<Selector> selectors) {
        Step {
            selectors = List.copyOf(selectors);
        }
    }

    /** Chooses among repetitions. */
    sealed interface Selector permits At, Where {}

    /** The repetition at this position, from 0. */
    record At(int index) implements Selector {}

    /**
     * The repetitions in which an element has this value.
     *
     * @param preferred true where all are meant if none has it
     */
    record Where(List<String> path, String value, boolean preferred) implements Selector {
        Where {
            path = List.copyOf(path);
        }
    }

    /**
     * Reads paths of which the first that leads to a value counts, with a bar between them.
     *
     * @throws IllegalArgumentException with a full sentence where the text is no path
     */
    static List<FhirPath> alternatives(String text) {
        return Stream.of(text.split(" \\| ", -1)).map(FhirPath::of).toList();
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException with a full sentence where the text is no path
     */
    static FhirPath of(String text) {
        int arrow = text.indexOf(ARROW);
        if (arrow < 0) {
            return new FhirPath(steps(text, text), Optional.empty());
        }
        String after = text.substring(arrow + ARROW.length());
        int dot = after.indexOf('.');
        if (dot < 1 || !after.substring(0, dot).matches("[A-Z][A-Za-z]*") || after.contains(ARROW)) {
            throw fault(text);
        }
        FhirPath path = new FhirPath(steps(after.substring(dot + 1), text), Optional.empty());
        return new FhirPath(
                steps(text.substring(0, arrow), text), Optional.of(new Target(after.substring(0, dot), path)));
    }

    private static List<Step> steps(String part, String whole) {
        List<Step> steps = new ArrayList<>();
        for (String step : split(part)) {
            Matcher matcher = STEP.matcher(step);
            if (!matcher.matches()) {
                throw fault(whole);
            }
            steps.add(new Step(matcher.group(1), selectors(matcher.group(2), whole)));
        }
        return steps;
    }

    /** Splits at the dots outside brackets: systems have dots too. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean inside = false;
        for (char letter : text.toCharArray()) {
            inside = letter == '[' || inside && letter != ']';
            if (letter == '.' && !inside) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(letter);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static List<Selector> selectors(String text, String whole) {
        List<Selector> selectors = new ArrayList<>();
        Matcher matcher = SELECTOR.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            end = matcher.end();
            selectors.add(
                    matcher.group(1) != null
                            ? new At(Integer.parseInt(matcher.group(1)))
                            : new Where(
                                    List.of(matcher.group(2).split("\\.")),
                                    matcher.group(3),
                                    "?".equals(matcher.group(4))));
        }
        if (end != text.length()) {
            throw fault(whole);
        }
        return selectors;
    }

    private static IllegalArgumentException fault(String text) {
        return new IllegalArgumentException("`" + text
                + "` is no path; a path is written as birthDate, name[use=official].given[1],"
                + " identifier[type.coding.code=MR?][0].value or subject->Patient.identifier[0].value.");
    }
}
