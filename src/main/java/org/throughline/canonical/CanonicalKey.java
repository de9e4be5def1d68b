package org.throughline.canonical;

import java.util.List;
import java.util.stream.Collectors;

/** How the parts of a sender's composite key become one text: joined by {@code |}, a bar inside a part escaped. */
public final class CanonicalKey {

    /** What stands between two parts. */
    public static final String BETWEEN = "|";

    private CanonicalKey() {}

    /** The joined key of these parts. */
    public static String join(List<String> parts) {
        return parts.stream().map(CanonicalKey::part).collect(Collectors.joining(BETWEEN));
    }

    /** The key of one part, or a part as it stands in a key. */
    public static String part(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) == '|' || part.charAt(i) == '\\') {
                return part.replace("\\", "\\\\").replace("|", "\\|");
            }
        }
        return part;
    }
}
