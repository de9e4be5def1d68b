package org.throughline.format.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path as a mapping writes it, by local names: {@code Name/First}, {@code Phone[2]}, {@code @id}, {@code ../@date}, and
 * {@code .} for the record's own text.
 *
 * @param up how many elements around the record
 * @param steps the elements, in order
 * @param attribute name of the attribute at the end; empty for the element's text
 */
record XmlPath(int up, List<Step> steps, String attribute) {
    private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_.\\-\u00B7]*";
    private static final Pattern STEP = Pattern.compile("(" + NAME + ")(?:\\[([2-9]|[1-9][0-9]{1,4})])?");
    private static final Pattern ATTRIBUTE = Pattern.compile("@(" + NAME + ")");
    private static final String UP = "../";

    XmlPath {
        steps = List.copyOf(steps);
    }

    /**
     * An element.
     *
     * @param nth which one of its name in the same element, from 1
     */
    record Step(String name, int nth) {
        String written() {
            return nth == 1 ? name : name + "[" + nth + "]";
        }
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException with a full sentence where the text is no path
     */
    static XmlPath of(String text) {
        int up = 0;
        String rest = text;
        while (rest.startsWith(UP)) {
            up++;
            rest = rest.substring(UP.length());
        }
        if (rest.equals(".") && up == 0) {
            return new XmlPath(0, List.of(), "");
        }
        List<Step> steps = new ArrayList<>();
        String[] parts = rest.split("/", -1);
        for (int index = 0; index < parts.length; index++) {
            Matcher attribute = ATTRIBUTE.matcher(parts[index]);
            if (index == parts.length - 1 && attribute.matches()) {
                return new XmlPath(up, steps, attribute.group(1));
            }
            steps.add(step(parts[index], text));
        }
        return new XmlPath(up, steps, "");
    }

    private static Step step(String part, String text) {
        Matcher step = STEP.matcher(part);
        if (!step.matches()) {
            throw new IllegalArgumentException("`" + text
                    + "` is no path; a path is written as Name/First, Phone[2], @id, ../@date or a single dot, with"
                    + " local names and without [1].");
        }
        return new Step(step.group(1), step.group(2) == null ? 1 : Integer.parseInt(step.group(2)));
    }

    static boolean isName(String text) {
        return text.matches(NAME);
    }
}
