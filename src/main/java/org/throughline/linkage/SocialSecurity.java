package org.throughline.linkage;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A Social Security number as far as it is evidence (HMIS 3.02).
 *
 * @param full nine digits, or empty
 * @param lastFour last four digits, or empty
 * @param skip why it is not used in full
 */
record SocialSecurity(String full, String lastFour, Optional<Skip.Reason> skip) {
    /** Numbers that were printed on sample cards and never belonged to a client. */
    private static final Set<String> PRINTED = Set.of("078051120", "219099999");

    private static final Pattern OTHER = Pattern.compile("[^0-9x]");

    static SocialSecurity of(String raw, String quality) {
        var text = OTHER.matcher(raw.toLowerCase(Locale.ROOT)).replaceAll("");
        if (text.isEmpty()) {
            return none(Skip.Reason.MISSING);
        }
        if (Skip.saysNothing(quality)) {
            return none(Skip.Reason.QUALITY_CODE);
        }
        if (quality.equals("2") || text.indexOf('x') >= 0 || text.length() == 4) {
            return partial(text);
        }
        return isPossible(text)
                ? new SocialSecurity(text, text.substring(5), Optional.empty())
                : none(Skip.Reason.INVALID);
    }

    static SocialSecurity none(Skip.Reason reason) {
        return new SocialSecurity("", "", Optional.of(reason));
    }

    private static SocialSecurity partial(String text) {
        var tail = text.length() < 4 ? "x" : text.substring(text.length() - 4);
        return tail.indexOf('x') < 0 && !tail.equals("0000")
                ? new SocialSecurity("", tail, Optional.of(Skip.Reason.PARTIAL))
                : none(Skip.Reason.PARTIAL);
    }

    /** A number the Social Security Administration may have issued, and not a keyboard pattern. */
    private static boolean isPossible(String digits) {
        return digits.length() == 9
                && !PRINTED.contains(digits)
                && isIssued(digits)
                && !Digits.areOneDigit(digits)
                && !Digits.areRun(digits, 1)
                && !Digits.areRun(digits, -1);
    }

    /** Area 000, 666 and 900-999, group 00 and serial 0000 are never issued. */
    private static boolean isIssued(String digits) {
        return !digits.startsWith("000")
                && !digits.startsWith("666")
                && !digits.startsWith("9")
                && !digits.startsWith("00", 3)
                && !digits.endsWith("0000");
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "SocialSecurity[" + (full.isEmpty() ? "partial or none" : "full") + "]";
    }
}
