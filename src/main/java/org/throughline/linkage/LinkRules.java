package org.throughline.linkage;

import static org.throughline.linkage.Identifier.BIRTH_DATE;
import static org.throughline.linkage.Identifier.FIRST_NAME;
import static org.throughline.linkage.Identifier.LAST_NAME;
import static org.throughline.linkage.Identifier.MIDDLE_NAME;
import static org.throughline.linkage.Identifier.OTHER_ID;
import static org.throughline.linkage.Identifier.PHONE;
import static org.throughline.linkage.Identifier.SSN;
import static org.throughline.linkage.Identifier.SSN_LAST_4;

import java.util.List;
import java.util.Optional;

/**
 * The rules of the deterministic engine, strongest first. Each asks for two agreements that are a person's own; household
 * evidence (last name, phone) never links by itself. A barrier (a contradiction) stops every rule.
 */
final class LinkRules {
    /** Version of the rules below; a change of meaning is a new version. */
    static final String MODEL = "deterministic-1";

    /** The only rule by which two records of one sender are linked. */
    static final LinkRule STRONGEST = new LinkRule(
            "ssn-name-birth-date",
            Grade.DISCLOSURE,
            "SSN, first name, last name and birth date agree",
            e -> e.agrees(SSN) && hasFullName(e) && e.agrees(BIRTH_DATE));

    private static final LinkRule NAME_BIRTH_DATE = new LinkRule(
            "name-birth-date",
            Grade.ANALYTIC,
            "first name, last name and birth date agree and nothing speaks against it",
            e -> hasFullName(e) && e.agrees(BIRTH_DATE) && e.conflicts().isEmpty());

    private static final List<LinkRule> ALL = List.of(
            STRONGEST,
            new LinkRule(
                    "ssn-birth-date-name",
                    Grade.DISCLOSURE,
                    "SSN and birth date agree, and the first name, or where that is not known the last name, agrees or"
                            + " is close",
                    e -> e.agrees(SSN) && e.agrees(BIRTH_DATE) && hasFirstOrElseLast(e)),
            new LinkRule(
                    "ssn-name",
                    Grade.DISCLOSURE,
                    "SSN, first name and last name agree and the birth dates do not contradict each other",
                    e -> e.agrees(SSN) && hasFullName(e)),
            new LinkRule(
                    "name-birth-date-corroborated",
                    Grade.DISCLOSURE,
                    "first name, last name and birth date agree, and one more identifier",
                    e -> NAME_BIRTH_DATE.condition().test(e) && !e.isClose(SSN) && isCorroborated(e)),
            new LinkRule(
                    "ssn-birth-date-last-name",
                    Grade.ANALYTIC,
                    "SSN, birth date and last name agree, but the first names differ",
                    e -> e.agrees(SSN) && e.agrees(BIRTH_DATE) && e.agreesOrClose(LAST_NAME)),
            NAME_BIRTH_DATE,
            new LinkRule(
                    "close-name-birth-date-number",
                    Grade.ANALYTIC,
                    "birth date and a number agree and both names agree or are close",
                    e -> e.agrees(BIRTH_DATE) && hasCloseName(e) && hasNumber(e)),
            new LinkRule(
                    "name-close-birth-date-number",
                    Grade.ANALYTIC,
                    "both names and a number agree and the birth date is close",
                    e -> hasFullName(e) && e.isClose(BIRTH_DATE) && hasNumber(e)),
            new LinkRule(
                    "first-name-birth-date-other-id",
                    Grade.ANALYTIC,
                    "first name, birth date and another id agree",
                    e -> e.agrees(FIRST_NAME) && e.agrees(BIRTH_DATE) && e.agrees(OTHER_ID)));

    private LinkRules() {}

    static List<LinkRule> all() {
        return ALL;
    }

    /**
     * The strongest rule that links two records. Two records of one sender need the strongest rule of all: the sender itself
     * keeps them apart, and twins entered from one form agree in almost everything.
     */
    static Optional<LinkRule> linking(Evidence evidence) {
        if (evidence.isWithinSender()) {
            return Optional.of(STRONGEST).filter(rule -> rule.holds(evidence));
        }
        return ALL.stream().filter(rule -> rule.holds(evidence)).findFirst();
    }

    /** True for the one rule that a second record of a sender with the same name and birth date makes useless. */
    static boolean needsUniqueName(LinkRule rule) {
        return rule == NAME_BIRTH_DATE;
    }

    private static boolean hasFullName(Evidence e) {
        return e.agrees(FIRST_NAME) && e.agrees(LAST_NAME);
    }

    private static boolean hasCloseName(Evidence e) {
        return e.agreesOrClose(FIRST_NAME) && e.agreesOrClose(LAST_NAME);
    }

    private static boolean hasFirstOrElseLast(Evidence e) {
        return e.agreesOrClose(FIRST_NAME) || e.isUnknown(FIRST_NAME) && e.agreesOrClose(LAST_NAME);
    }

    private static boolean hasNumber(Evidence e) {
        return e.agrees(SSN_LAST_4) || e.agrees(OTHER_ID);
    }

    private static boolean isCorroborated(Evidence e) {
        return hasNumber(e) || e.agrees(MIDDLE_NAME) || e.agrees(PHONE);
    }
}
