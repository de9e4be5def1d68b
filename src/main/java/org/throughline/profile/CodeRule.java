package org.throughline.profile;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decides which values of a column may be shown: those that look like codes, in a column that tells nothing about who somebody
 * is and repeats itself. Everything else stays unseen.
 *
 * @param personal what the column tells about a person
 * @param filled records in which it is filled
 * @param more true where it has more values than are kept
 */
record CodeRule(HeaderWords words, Optional<PersonalKind> personal, long filled, boolean more) {
    private static final int MOST = 60;
    private static final int FEW = 3;
    private static final Pattern SHORT = Pattern.compile("[A-Za-z]{1,3}|[0-9]{1,3}|[A-Z0-9]{1,6}");
    private static final Set<String> CODED = Set.of(
            "code",
            "type",
            "status",
            "reason",
            "sex",
            "gender",
            "race",
            "ethnicity",
            "ethnic",
            "category",
            "outcome",
            "disposition",
            "destination",
            "level",
            "class",
            "kind",
            "result",
            "setting",
            "relationship",
            "source",
            "state",
            "response",
            "flag",
            "group",
            "method",
            "marital",
            "language",
            "quality",
            "stage",
            "veteran");
    private static final Set<String> NO_CODES =
            Set.of("id", "number", "key", "notes", "note", "comment", "worker", "date");

    /** The values with their counts, most frequent first; empty where they may not be shown. */
    Map<String, Long> codes(Map<String, Long> values, Set<String> known) {
        if (personal.isPresent() || more || values.size() > MOST || words.hasAny(NO_CODES)) {
            return Map.of();
        }
        boolean named = words.hasAny(CODED);
        boolean repeated = values.size() <= FEW && filled >= 10 * FEW || filled >= 5L * values.size();
        if (!named && !repeated) {
            return Map.of();
        }
        return values.entrySet().stream()
                .filter(entry -> known.contains(entry.getKey())
                        || SHORT.matcher(entry.getKey()).matches()
                        || named && entry.getValue() > 1)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }
}
