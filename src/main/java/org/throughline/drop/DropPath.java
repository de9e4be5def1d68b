package org.throughline.drop;

import java.util.List;

/**
 * A place in a partner's home: the home itself, one of its folders, or a file in one of them. Nothing else can be named.
 *
 * @param steps none, a folder, or a folder and a file name
 */
record DropPath(List<String> steps) {
    static final DropPath HOME = new DropPath(List.of());

    DropPath {
        steps = List.copyOf(steps);
    }

    boolean isFile() {
        return steps.size() == 2;
    }

    String folder() {
        return steps.isEmpty() ? "" : steps.get(0);
    }

    String name() {
        return isFile() ? steps.get(1) : "";
    }

    /** As the partner sees it. */
    String text() {
        return "/" + String.join("/", steps);
    }
}
