package org.throughline.canonical;

import java.util.List;
import java.util.stream.Collectors;

/** How the parts of a sender's composite key become one text: joined by {@code |}, a bar inside a part escaped. */
public final class CanonicalKey {

    private CanonicalKey() {}

    /** The joined key of these parts. */
    public static String join(List<String> parts) {
        return parts.stream()
                .map(part -> part.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining("|"));
    }
}
