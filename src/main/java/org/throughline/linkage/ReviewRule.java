package org.throughline.linkage;

import static org.throughline.linkage.Identifier.BIRTH_DATE;
import static org.throughline.linkage.Identifier.FIRST_NAME;
import static org.throughline.linkage.Identifier.LAST_NAME;
import static org.throughline.linkage.Identifier.OTHER_ID;
import static org.throughline.linkage.Identifier.PHONE;
import static org.throughline.linkage.Identifier.SSN;
import static org.throughline.linkage.Identifier.SSN_LAST_4;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A doubt that a person must settle. Pairs that no rule links and no doubt names are different clients.
 *
 * @param reason the doubt, in words
 * @param condition the same for the machine
 */
record ReviewRule(String reason, Predicate<Evidence> condition) {
    /** The reason where a sender says that two of its records are one client. */
    static final String MERGED = "The sender merged the two into one client.";

    private static final List<ReviewRule> ALL = List.of(
            new ReviewRule(
                    "The SSN is the same, but the rest does not agree well enough.",
                    e -> e.agrees(SSN) && hasMoreThanSsn(e)),
            new ReviewRule(
                    "Name and birth date are the same, but something contradicts them.",
                    e -> !e.isWithinSender()
                            && hasName(e)
                            && e.agrees(BIRTH_DATE)
                            && !e.conflicts().isEmpty()),
            new ReviewRule(
                    "Names and birth date are close, which is too little to link.",
                    e -> !e.isWithinSender()
                            && hasCloseName(e)
                            && isNear(e)
                            && e.conflicts().isEmpty()),
            new ReviewRule(
                    "Last name, birth date and a number agree, but the first names differ, as they do with twins.",
                    e -> !e.isWithinSender() && mayBeTwins(e) && hasNumber(e)));

    /** The doubt where a sender's merge is not in force because something contradicts it. */
    static String merge(MergeStanding standing) {
        return "The sender merged the two, but this is not in force: " + standing.words() + ".";
    }

    static Optional<ReviewRule> naming(Evidence evidence) {
        return ALL.stream().filter(rule -> rule.condition().test(evidence)).findFirst();
    }

    private static boolean hasMoreThanSsn(Evidence e) {
        return e.agreesOrClose(FIRST_NAME)
                || e.agreesOrClose(LAST_NAME)
                || e.agreesOrClose(BIRTH_DATE)
                || e.agrees(PHONE)
                || e.agrees(OTHER_ID);
    }

    private static boolean hasName(Evidence e) {
        return e.agrees(FIRST_NAME) && e.agrees(LAST_NAME);
    }

    private static boolean hasCloseName(Evidence e) {
        return e.agreesOrClose(FIRST_NAME) && e.agreesOrClose(LAST_NAME);
    }

    /** The whole birth date, or a typing error away from it beside the exact name. */
    private static boolean isNear(Evidence e) {
        return e.agrees(BIRTH_DATE) || e.isClose(BIRTH_DATE) && hasName(e);
    }

    private static boolean mayBeTwins(Evidence e) {
        return e.agrees(LAST_NAME) && e.agrees(BIRTH_DATE) && !e.differs(SSN);
    }

    private static boolean hasNumber(Evidence e) {
        return e.agrees(SSN_LAST_4) || e.agrees(OTHER_ID);
    }
}
