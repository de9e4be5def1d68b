package org.throughline.measure;

/** Versions of HUD's specification of system performance measure 2 that count returns differently. */
public enum Spm2Specification {
    /** Until FY2020: moving on to permanent or transitional housing within 14 days is no return. */
    FY2020(HousingReturn.FY2020),
    /** At present: only moving on to permanent housing within 14 days is no return. */
    FY2026(HousingReturn.CURRENT);

    private final HousingReturn rule;

    Spm2Specification(HousingReturn rule) {
        this.rule = rule;
    }

    HousingReturn rule() {
        return rule;
    }
}
