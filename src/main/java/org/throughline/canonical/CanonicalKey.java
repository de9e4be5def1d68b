package org.throughline.canonical;

import java.util.List;

/** How the parts of a sender's composite key become one text: joined by {@code |}, a bar inside a part escaped. */
public final class CanonicalKey {

    private CanonicalKey() {}

    /** The joined key of these parts. */
    public static String join(List<String> parts) {
        if (parts.size() == 1) {
            return escaped(parts.get(0));
        }
        if (parts.size() == 2) {
            return escaped(parts.get(0)) + "|" + escaped(parts.get(1));
        }
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            joined.append(i == 0 ? "" : "|").append(escaped(parts.get(i)));
        }
        return joined.toString();
    }

    private static String escaped(String part) {
        return part.indexOf('|') < 0 && part.indexOf('\\') < 0
                ? part
                : part.replace("\\", "\\\\").replace("|", "\\|");
    }
}
