package org.throughline.setup;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody probably meant. */
public final class NearestName {
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private NearestName() {}

    /** The known name that takes the fewest edits, if it takes no more than a third of the letters. */
    public static Optional<String> among(Collection<String> known, String name) {
        return known.stream()
                .filter(candidate -> edits(candidate, name) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt((String candidate) -> edits(candidate, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code " Did you mean x?"}, or nothing. */
    public static String question(Collection<String> known, String name) {
        return among(known, name)
                .map(nearest -> " Did you mean " + nearest + "?")
                .orElse("");
    }

    private static int edits(String one, String other) {
        return DISTANCE.apply(one, other);
    }
}
