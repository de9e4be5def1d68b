package org.throughline.release;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A class of data with the least that federal law asks before a client-level value of it goes to a provider. */
public enum DataClass {
    /** Homelessness data: the policy rule alone decides. */
    HMIS(),
    /** Child welfare data: a cited state statute, which the policy rule carries (CAPTA, 42 U.S.C. 5106a(b)(2)(B)). */
    CHILD_WELFARE(),
    /** Custody and court data: the policy rule alone decides; FBI-sourced history never enters the hub. */
    JUSTICE(),
    /** Unemployment-insurance wages: informed consent that ends (20 CFR 603.5). */
    WAGES(Need.CONSENT, Need.EXPIRY),
    /** Health data: an authorization that ends (45 CFR 164.508(c)). */
    HEALTH(Need.CONSENT, Need.EXPIRY),
    /** Substance-use-disorder treatment: a consent of its own that ends, and a notice (42 CFR 2.31, 2.32). */
    SUD(Need.CONSENT, Need.EXPIRY, Need.NOTICE);

    private enum Need {
        CONSENT,
        EXPIRY,
        NOTICE
    }

    private final Set<Need> needs;

    DataClass(Need... needs) {
        this.needs = Set.of(needs);
    }

    /** The word in rules, consents and measure definitions. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DataClass> of(String word) {
        return Arrays.stream(values())
                .filter(known -> known.word().equals(word))
                .findFirst();
    }

    boolean needsConsent() {
        return needs.contains(Need.CONSENT);
    }

    boolean needsExpiry() {
        return needs.contains(Need.EXPIRY);
    }

    boolean needsNotice() {
        return needs.contains(Need.NOTICE);
    }
}
