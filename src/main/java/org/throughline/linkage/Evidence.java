package org.throughline.linkage;

import static org.throughline.linkage.Agreement.AGREES;
import static org.throughline.linkage.Agreement.CLOSE;
import static org.throughline.linkage.Agreement.DIFFERS;
import static org.throughline.linkage.Agreement.UNKNOWN;
import static org.throughline.linkage.Identifier.BIRTH_DATE;
import static org.throughline.linkage.Identifier.FIRST_NAME;
import static org.throughline.linkage.Identifier.LAST_NAME;
import static org.throughline.linkage.Identifier.MIDDLE_NAME;
import static org.throughline.linkage.Identifier.NAME_SUFFIX;
import static org.throughline.linkage.Identifier.OTHER_ID;
import static org.throughline.linkage.Identifier.PHONE;
import static org.throughline.linkage.Identifier.SSN;
import static org.throughline.linkage.Identifier.SSN_LAST_4;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the identifiers of two records compare, one by one. */
final class Evidence {
    /** A different last name is no contradiction: people marry. Phones and other ids change or come from other systems. */
    private static final Set<Identifier> CAN_CONTRADICT =
            EnumSet.of(SSN, SSN_LAST_4, BIRTH_DATE, FIRST_NAME, MIDDLE_NAME, NAME_SUFFIX);

    private final Map<Identifier, Agreement> agreements = new EnumMap<>(Identifier.class);
    private final boolean sameSender;

    private Evidence(Identity a, Identity b) {
        sameSender = a.ref().sender().equals(b.ref().sender());
        compareNames(a.name(), b.name());
        agreements.put(
                BIRTH_DATE,
                a.birth().isEmpty() || b.birth().isEmpty()
                        ? UNKNOWN
                        : Birth.compare(a.birth().get(), b.birth().get()));
        compareSsn(a.ssn(), b.ssn());
        agreements.put(PHONE, sameOrUnknown(a.phone(), b.phone()));
        agreements.put(OTHER_ID, sameOrUnknown(a.otherId(), b.otherId()));
    }

    static Evidence of(Identity a, Identity b) {
        return new Evidence(a, b);
    }

    private void compareNames(PersonName a, PersonName b) {
        var swapped = NameAgreement.areSwapped(a, b);
        agreements.put(FIRST_NAME, swapped ? CLOSE : NameAgreement.ofFirstNames(a, b));
        agreements.put(LAST_NAME, swapped ? CLOSE : NameAgreement.ofLastNames(a, b));
        agreements.put(MIDDLE_NAME, NameAgreement.ofMiddleNames(a.middle(), b.middle()));
        agreements.put(NAME_SUFFIX, NameAgreement.ofGenerations(a.generation(), b.generation()));
    }

    private void compareSsn(SocialSecurity a, SocialSecurity b) {
        var bothFull = !a.full().isEmpty() && !b.full().isEmpty();
        agreements.put(SSN, bothFull ? fullSsn(a.full(), b.full()) : UNKNOWN);
        var bothPartly = !bothFull && !a.lastFour().isEmpty() && !b.lastFour().isEmpty();
        agreements.put(SSN_LAST_4, bothPartly ? a.lastFour().equals(b.lastFour()) ? AGREES : DIFFERS : UNKNOWN);
    }

    private static Agreement fullSsn(String a, String b) {
        if (a.equals(b)) {
            return AGREES;
        }
        return Digits.isTypingError(a, b) ? CLOSE : DIFFERS;
    }

    private static Agreement sameOrUnknown(String a, String b) {
        return !a.isEmpty() && a.equals(b) ? AGREES : UNKNOWN;
    }

    boolean isWithinSender() {
        return sameSender;
    }

    boolean agrees(Identifier identifier) {
        return agreements.get(identifier) == AGREES;
    }

    boolean isClose(Identifier identifier) {
        return agreements.get(identifier) == CLOSE;
    }

    boolean agreesOrClose(Identifier identifier) {
        return agrees(identifier) || isClose(identifier);
    }

    boolean differs(Identifier identifier) {
        return agreements.get(identifier) == DIFFERS;
    }

    boolean isUnknown(Identifier identifier) {
        return agreements.get(identifier) == UNKNOWN;
    }

    /** Identifiers that contradict each other. */
    Set<Identifier> conflicts() {
        var conflicts = EnumSet.noneOf(Identifier.class);
        CAN_CONTRADICT.stream().filter(this::differs).forEach(conflicts::add);
        return conflicts;
    }

    /** Conflicts that no rule passes over: with an equal full SSN a different first or middle name is none of them. */
    Set<Identifier> barriers() {
        var barriers = conflicts();
        if (agrees(SSN)) {
            barriers.remove(FIRST_NAME);
            barriers.remove(MIDDLE_NAME);
        }
        return barriers;
    }

    /** Names of the identifiers that agree or nearly do. */
    List<String> agreementWords() {
        return agreements.entrySet().stream()
                .filter(entry -> entry.getValue() == AGREES || entry.getValue() == CLOSE)
                .map(entry -> entry.getKey().word() + (entry.getValue() == CLOSE ? " (close)" : ""))
                .toList();
    }

    /** Names of the identifiers that contradict each other. */
    List<String> conflictWords() {
        return conflicts().stream().map(Identifier::word).toList();
    }
}
