package org.throughline.linkage;

import java.util.Collections;
import java.util.Set;

/** How names of two records compare. */
final class NameAgreement {
    /** From here on two spellings count as the same name with a typing error. */
    private static final double CLOSE = 0.92;

    /** Below this two names are clearly different; twins often have similar names. */
    private static final double DIFFERENT = 0.80;

    private NameAgreement() {}

    static Agreement ofFirstNames(PersonName a, PersonName b) {
        if (!a.first().isEmpty() && !b.first().isEmpty() && Nicknames.areRelated(a.first(), b.first())) {
            return a.first().equals(b.first()) ? Agreement.AGREES : Agreement.CLOSE;
        }
        return ofForms(a.firstForms(), b.firstForms());
    }

    static Agreement ofLastNames(PersonName a, PersonName b) {
        return ofForms(a.lastForms(), b.lastForms());
    }

    /** Given and family name in each other's place. */
    static boolean areSwapped(PersonName a, PersonName b) {
        return !a.first().isEmpty()
                && !a.last().isEmpty()
                && a.first().equals(b.last())
                && a.last().equals(b.first());
    }

    static Agreement ofMiddleNames(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Agreement.UNKNOWN;
        }
        if (a.charAt(0) != b.charAt(0)) {
            return Agreement.DIFFERS;
        }
        return a.length() > 1 && a.equals(b) ? Agreement.AGREES : Agreement.UNKNOWN;
    }

    static Agreement ofGenerations(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Agreement.UNKNOWN;
        }
        return a.equals(b) ? Agreement.AGREES : Agreement.DIFFERS;
    }

    private static Agreement ofForms(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Agreement.UNKNOWN;
        }
        var first = a.iterator().next();
        var second = b.iterator().next();
        if (first.equals(second)) {
            return first.length() > 1 ? Agreement.AGREES : Agreement.UNKNOWN;
        }
        if (!Collections.disjoint(a, b)) {
            return Agreement.CLOSE;
        }
        return ofSpellings(first, second);
    }

    private static Agreement ofSpellings(String a, String b) {
        if (a.length() == 1 || b.length() == 1) {
            return a.charAt(0) == b.charAt(0) ? Agreement.UNKNOWN : Agreement.DIFFERS;
        }
        double similarity = JaroWinkler.similarity(a, b);
        if (similarity >= CLOSE) {
            return Agreement.CLOSE;
        }
        return similarity < DIFFERENT ? Agreement.DIFFERS : Agreement.UNKNOWN;
    }
}
