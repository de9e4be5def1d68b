package org.throughline.node;

import java.util.regex.Pattern;

/**
 * A process of the hub that serves.
 *
 * @param name its name, which no other node of the same database bears
 * @param host its machine and its home there, in which no other process serves under this name
 */
public record Node(String name, String host) {
    /** The name of a node that serves alone. */
    public static final String ALONE = "main";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public Node {
        if (!isName(name)) {
            throw new IllegalArgumentException("A node has no fitting name.");
        }
    }

    /** True for lower-case letters, digits and hyphens, forty at most. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
