package org.throughline.mapping.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Finds the name that a misspelt one was probably meant to be. */
public final class Nearest {

    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();

    private Nearest() {}

    /** The known name nearest to the wrong one, if one is near enough to be worth naming. */
    public static Optional<String> name(String wrong, Collection<String> known) {
        int limit = wrong.length() < 2 ? 0 : Math.max(1, wrong.length() / 3);
        return known.stream()
                .filter(name -> distance(wrong, name) <= limit)
                .min(Comparator.comparingInt((String name) -> distance(wrong, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A question that names the nearest name, with a blank before it; empty text where none is near. */
    public static String hint(String wrong, Collection<String> known) {
        return name(wrong, known).map(name -> " Did you mean `" + name + "`?").orElse("");
    }

    private static int distance(String left, String right) {
        return DISTANCE.apply(left.toLowerCase(Locale.ROOT), right.toLowerCase(Locale.ROOT));
    }
}
