package org.throughline.format.json;

import java.util.ArrayList;
import java.util.List;

/**
 * A path as a mapping writes it: {@code name.first}, {@code address[0].city}, {@code tags[*]}, {@code ["a.b"]}; {@code ^.}
 * at its start leads to the object around.
 *
 * @param up how many objects around
 * @param steps names, positions and {@code [*]}, in order
 */
record JsonPath(int up, List<Step> steps) {

    JsonPath {
        steps = List.copyOf(steps);
    }

    /** One step down a path. */
    sealed interface Step permits Name, Position, Every {}

    /** To the value under a name. */
    record Name(String name) implements Step {}

    /** To the element at a position, from 0. */
    record Position(int index) implements Step {}

    /** To every element. */
    record Every() implements Step {}

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException with a full sentence where the text is no path
     */
    static JsonPath of(String text) {
        int up = 0;
        String rest = text;
        while (rest.startsWith("^.")) {
            up++;
            rest = rest.substring(2);
        }
        return new JsonPath(up, new Parsing(rest).steps());
    }

    /** The name as it stands in a path. */
    static String written(String name) {
        return isPlain(name) ? name : "[\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }

    static boolean isPlain(String name) {
        boolean plain = !name.isEmpty() && name.charAt(0) != '^';
        for (int index = 0; index < name.length() && plain; index++) {
            char letter = name.charAt(index);
            plain = letter != '.' && letter != '[' && letter != ']' && letter != '"' && letter != '*' && letter >= ' ';
        }
        return plain;
    }

    /** The text of a path while it is read. */
    private static final class Parsing {
        private static final int LONGEST_NUMBER = 6;

        private final String text;
        private final List<Step> steps = new ArrayList<>();
        private int at;

        Parsing(String text) {
            this.text = text;
        }

        List<Step> steps() {
            while (at < text.length()) {
                if (text.charAt(at) == '[') {
                    bracket();
                } else {
                    dot();
                    name();
                }
            }
            if (steps.isEmpty()) {
                throw fault();
            }
            return steps;
        }

        private void dot() {
            if (steps.isEmpty()) {
                return;
            }
            if (text.charAt(at) != '.') {
                throw fault();
            }
            at++;
        }

        private void name() {
            int from = at;
            while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
                at++;
            }
            String name = text.substring(from, at);
            if (!isPlain(name)) {
                throw fault();
            }
            steps.add(new Name(name));
        }

        private void bracket() {
            if (text.startsWith("[\"", at)) {
                quoted();
                return;
            }
            int end = text.indexOf(']', at);
            String inside = end < 0 ? "" : text.substring(at + 1, end);
            at = end + 1;
            if (inside.equals("*")) {
                steps.add(new Every());
            } else if (inside.matches("[0-9]+") && inside.length() <= LONGEST_NUMBER) {
                steps.add(new Position(Integer.parseInt(inside)));
            } else {
                throw fault();
            }
        }

        private void quoted() {
            StringBuilder name = new StringBuilder();
            at += 2;
            while (at < text.length() && text.charAt(at) != '"') {
                at += text.charAt(at) == '\\' ? 1 : 0;
                name.append(at < text.length() ? text.charAt(at) : "");
                at++;
            }
            if (!text.startsWith("\"]", at)) {
                throw fault();
            }
            at += 2;
            steps.add(new Name(name.toString()));
        }

        private IllegalArgumentException fault() {
            return new IllegalArgumentException("`" + text
                    + "` is no path; a path is written as name.first, address[0].city, tags[*] or [\"a.b\"].");
        }
    }
}
