package org.throughline.setup;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody probably meant. */
public final class NearestName {
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private NearestName() {}

    /** The known name that takes the fewest edits: no more than a third of the letters, or the same letters in disorder. */
    public static Optional<String> among(Collection<String> known, String name) {
        return known.stream()
                .filter(candidate -> isNear(candidate, name))
                .min(Comparator.comparingInt((String candidate) -> edits(candidate, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code " Did you mean x?"}, or nothing. */
    public static String question(Collection<String> known, String name) {
        return among(known, name)
                .map(nearest -> " Did you mean " + nearest + "?")
                .orElse("");
    }

    private static boolean isNear(String candidate, String name) {
        return edits(candidate, name) <= Math.max(1, name.length() / 3)
                || Arrays.equals(
                        candidate.chars().sorted().toArray(),
                        name.chars().sorted().toArray());
    }

    private static int edits(String one, String other) {
        return DISTANCE.apply(one, other);
    }
}
