package org.throughline.linkage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A client's name as far as it is evidence. Missing names are empty.
 *
 * @param firstForms the first name and, for a double one, its halves
 * @param lastForms the last name and, for a double one, its halves
 * @param middle middle name or initial
 * @param generation generational suffix as a digit
 * @param skip why nothing of the name is used
 */
record PersonName(
        Set<String> firstForms, Set<String> lastForms, String middle, String generation, Optional<Skip.Reason> skip) {
    private static final int SHORTEST_HALF = 3;

    static PersonName of(ClientIdentifiers raw) {
        if (raw.nameQuality().equals("2")) {
            return none(Skip.Reason.PARTIAL);
        }
        if (Skip.saysNothing(raw.nameQuality())) {
            return none(Skip.Reason.QUALITY_CODE);
        }
        var last = new ArrayList<>(NameText.parts(raw.lastName()));
        var generation = NameSuffix.generation(raw.nameSuffix());
        var atEnd = NameSuffix.atEndOf(last);
        if (!atEnd.isEmpty()) {
            last.remove(last.size() - 1);
        }
        return named(raw, last, generation.isEmpty() ? atEnd : generation);
    }

    private static PersonName named(ClientIdentifiers raw, List<String> lastParts, String generation) {
        var firstParts = NameText.parts(raw.firstName());
        var first = String.join("", firstParts);
        var last = String.join("", lastParts);
        if (PlaceholderName.isPair(first, last) || PlaceholderName.isFirst(first) && PlaceholderName.isAny(last)) {
            return none(Skip.Reason.PLACEHOLDER);
        }
        var usableFirst = PlaceholderName.isFirst(first) ? List.<String>of() : firstParts;
        var usableLast = PlaceholderName.isAny(last) ? List.<String>of() : lastParts;
        var missing = usableFirst.isEmpty() && usableLast.isEmpty();
        return new PersonName(
                forms(usableFirst),
                forms(usableLast),
                NameText.word(raw.middleName()),
                generation,
                missing ? Optional.of(Skip.Reason.MISSING) : Optional.empty());
    }

    static PersonName firstOnly(String first) {
        return new PersonName(Set.of(first), Set.of(), "", "", Optional.empty());
    }

    private static PersonName none(Skip.Reason reason) {
        return new PersonName(Set.of(), Set.of(), "", "", Optional.of(reason));
    }

    /** The whole name first, then its parts. */
    private static Set<String> forms(List<String> parts) {
        if (parts.isEmpty()) {
            return Set.of();
        }
        var forms = new LinkedHashSet<String>();
        forms.add(String.join("", parts));
        parts.stream().filter(part -> part.length() >= SHORTEST_HALF).forEach(forms::add);
        return forms;
    }

    /** The whole first name, or empty. */
    String first() {
        return firstForms.isEmpty() ? "" : firstForms.iterator().next();
    }

    /** The whole last name, or empty. */
    String last() {
        return lastForms.isEmpty() ? "" : lastForms.iterator().next();
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "PersonName[" + firstForms.size() + " and " + lastForms.size() + " forms]";
    }
}
