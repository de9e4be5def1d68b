package org.throughline.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A client record as it is compared: what of its identifiers is evidence, and why the rest is not. Raw values stay untouched.
 *
 * @param phone ten digits, or empty
 * @param otherId letters and digits, or empty
 */
record Identity(
        ClientRef ref,
        PersonName name,
        Optional<Birth> birth,
        SocialSecurity ssn,
        String phone,
        String otherId,
        List<Skip> skips) {
    private static final LocalDate PLACEHOLDER_BIRTH = LocalDate.of(1900, 1, 1);
    private static final int OLDEST = 115;
    private static final int SHORTEST_OTHER_ID = 4;

    Identity {
        skips = List.copyOf(skips);
    }

    static Identity of(ClientIdentifiers raw, LocalDate today) {
        var skips = new ArrayList<Skip>();
        var name = PersonName.of(raw);
        name.skip().ifPresent(reason -> skips.add(new Skip(Identifier.LAST_NAME, reason)));
        var birthSkip = birthSkip(raw, today);
        birthSkip.ifPresent(reason -> skips.add(new Skip(Identifier.BIRTH_DATE, reason)));
        var ssn = SocialSecurity.of(raw.ssn(), raw.ssnQuality());
        ssn.skip().ifPresent(reason -> skips.add(new Skip(Identifier.SSN, reason)));
        var birth = birthSkip.isPresent() && birthSkip.get() != Skip.Reason.PARTIAL
                ? Optional.<Birth>empty()
                : raw.birthDate().map(day -> new Birth(day, precision(day, raw.birthDateQuality())));
        return new Identity(raw.ref(), name, birth, ssn, phone(raw.phone()), otherId(raw.otherId()), skips);
    }

    private static Optional<Skip.Reason> birthSkip(ClientIdentifiers raw, LocalDate today) {
        if (raw.birthDate().isEmpty()) {
            return Optional.of(Skip.Reason.MISSING);
        }
        if (Skip.saysNothing(raw.birthDateQuality())) {
            return Optional.of(Skip.Reason.QUALITY_CODE);
        }
        var day = raw.birthDate().get();
        if (day.equals(PLACEHOLDER_BIRTH)) {
            return Optional.of(Skip.Reason.PLACEHOLDER);
        }
        if (day.isAfter(today) || day.isBefore(today.minusYears(OLDEST))) {
            return Optional.of(Skip.Reason.INVALID);
        }
        return raw.birthDateQuality().equals("2") ? Optional.of(Skip.Reason.PARTIAL) : Optional.empty();
    }

    private static Birth.Precision precision(LocalDate day, String quality) {
        if (quality.equals("2")) {
            return Birth.Precision.YEAR;
        }
        return day.getDayOfYear() == 1 ? Birth.Precision.WEAK : Birth.Precision.FULL;
    }

    private static String phone(String raw) {
        var digits = Digits.in(raw);
        var number = digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits;
        return number.length() == 10 && !Digits.areOneDigit(number) ? number : "";
    }

    private static String otherId(String raw) {
        var word = NameText.word(raw);
        return word.length() < SHORTEST_OTHER_ID || word.chars().distinct().count() == 1 ? "" : word;
    }

    /** True where the birth date counts in full. */
    boolean hasFullBirthDate() {
        return birth.filter(given -> given.precision() == Birth.Precision.FULL).isPresent();
    }

    /** True where at least one rule could find this record in another source. */
    boolean isSearchable() {
        var named = !name.first().isEmpty() && !name.last().isEmpty();
        var dated = hasFullBirthDate();
        var half = !name.first().isEmpty() || !name.last().isEmpty();
        return named && dated || !ssn.full().isEmpty() && (named || dated && half);
    }

    /** This record without an SSN that too many people carry. */
    Identity withoutSsn() {
        return new Identity(
                ref, name, birth, SocialSecurity.none(Skip.Reason.FREQUENT), phone, otherId, and(Identifier.SSN));
    }

    /** This record without a phone that too many people carry. */
    Identity withoutPhone() {
        return new Identity(ref, name, birth, ssn, "", otherId, and(Identifier.PHONE));
    }

    /** This record without another id that too many people carry. */
    Identity withoutOtherId() {
        return new Identity(ref, name, birth, ssn, phone, "", and(Identifier.OTHER_ID));
    }

    private List<Skip> and(Identifier identifier) {
        var more = new ArrayList<>(skips);
        more.add(new Skip(identifier, Skip.Reason.FREQUENT));
        return more;
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "Identity[" + ref.sender() + "]";
    }
}
