package org.throughline.profile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.mapping.value.ValueType;

/** Counts the values of one column, in bounded memory. */
final class ColumnTally {
    private static final Set<String> NOTHING =
            Set.of("N/A", "n/a", "NA", "#N/A", "NULL", "null", "Null", "--", "-", "?", "None", "none", "NaN");
    private static final int LONGEST_NOTHING = 4;
    private static final int MOST_VALUES = 400;
    private static final int LONGEST_VALUE = 40;
    private static final int MOST_SHAPES = 200;
    private static final int SHOWN_SHAPES = 4;
    private static final int MOST_HASHES = 200_000;
    private static final double PERSONAL_SHARE = 0.5;

    private final String name;
    private final Map<String, Long> values = new HashMap<>();
    private final Map<String, Long> shapes = new HashMap<>();
    private final Map<PersonalKind, Long> personal = new HashMap<>();
    private final Set<Long> hashes = new HashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final TypeTally types = new TypeTally();
    private boolean moreValues;
    private boolean moreHashes;
    private boolean repeats;
    private long filled;
    private int shortest = Integer.MAX_VALUE;
    private int longest;

    ColumnTally(String name) {
        this.name = name;
    }

    void add(String cell) {
        String value = cell.strip();
        if (isNothing(value)) {
            missing.add(value);
        }
        if (value.isEmpty() || isNothing(value)) {
            return;
        }
        filled++;
        shortest = Math.min(shortest, value.length());
        longest = Math.max(longest, value.length());
        String shape = ValueShape.of(value);
        if (shapes.size() < MOST_SHAPES || shapes.containsKey(shape)) {
            shapes.merge(shape, 1L, Long::sum);
        }
        PersonalKind.byShape(value).ifPresent(kind -> personal.merge(kind, 1L, Long::sum));
        types.add(value);
        remember(value);
    }

    /** True for words such as N/A, which say that nothing is known. */
    static boolean isNothing(String value) {
        return value.length() <= LONGEST_NOTHING && NOTHING.contains(value);
    }

    private void remember(String value) {
        if (hashes.size() < MOST_HASHES) {
            repeats |= !hashes.add(hash(value));
        } else {
            moreHashes = true;
        }
        boolean known = values.containsKey(value);
        if (known || values.size() < MOST_VALUES && value.length() <= LONGEST_VALUE) {
            values.merge(value, 1L, Long::sum);
        } else {
            moreValues = true;
        }
    }

    /** 64 bits, since those of String are too few to tell many numbers apart. */
    private static long hash(String value) {
        long hash = 1125899906842597L;
        for (int position = 0; position < value.length(); position++) {
            hash = 31 * hash + value.charAt(position);
        }
        return hash;
    }

    ColumnProfile profile(long records, Set<String> known) {
        HeaderWords words = HeaderWords.of(name);
        TypeGuess type = types.guess(words);
        Optional<PersonalKind> kind = personal(words).filter(any -> type.type() != ValueType.BOOLEAN);
        CodeRule rule = new CodeRule(words, kind, filled, moreValues);
        return new ColumnProfile(
                name,
                filled,
                records,
                hashes.size(),
                moreHashes,
                repeats,
                filled == 0 ? 0 : shortest,
                longest,
                shown(),
                missing.stream().sorted().toList(),
                type,
                kind,
                rule.codes(values, known));
    }

    private Optional<PersonalKind> personal(HeaderWords words) {
        return PersonalKind.byName(words)
                .or(() -> personal.entrySet().stream()
                        .filter(entry -> entry.getValue() > PERSONAL_SHARE * filled)
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    private Map<String, Long> shown() {
        return shapes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN_SHAPES)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }
}
