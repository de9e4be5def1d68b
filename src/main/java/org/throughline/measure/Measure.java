package org.throughline.measure;

import org.throughline.canonical.Reads;

/** The measures that the hub computes. Their titles and parameters stand in {@code measure.definition}. */
public enum Measure {
    /** Returns to homelessness within 180 days. */
    RETURN_180D("hl.return_ph_180d", Window.days(180), Source.HOMELESSNESS, HousingReturn.CURRENT),
    /** Returns to homelessness within 365 days. */
    RETURN_365D("hl.return_ph_365d", Window.days(365), Source.HOMELESSNESS, HousingReturn.CURRENT),
    /** Returns to homelessness within 730 days. */
    RETURN_730D("hl.return_ph_730d", Window.days(730), Source.HOMELESSNESS, HousingReturn.CURRENT),
    /** Subsequent child-welfare involvement within 6 months. */
    INVOLVEMENT_6M(
            "cw.subsequent_involvement_6m", Window.months(6), Source.CHILD_WELFARE, new ChildWelfareInvolvement()),
    /** Subsequent child-welfare involvement within 12 months. */
    INVOLVEMENT_12M(
            "cw.subsequent_involvement_12m", Window.months(12), Source.CHILD_WELFARE, new ChildWelfareInvolvement());

    private final String id;
    private final Window window;
    private final Source source;
    private final EventRule rule;

    Measure(String id, Window window, Source source, EventRule rule) {
        this.id = id;
        this.window = window;
        this.source = source;
        this.rule = rule;
    }

    /** Id, such as {@code hl.return_ph_180d}. */
    public String id() {
        return id;
    }

    /** Version of the definition that this class computes. */
    public int version() {
        return 1;
    }

    /** The time in which an event counts. */
    public Window window() {
        return window;
    }

    /** The source that would show an event. */
    public Source source() {
        return source;
    }

    /** The canonical fields that it is computed from. */
    public Reads reads() {
        return rule.reads();
    }

    EventRule rule() {
        return rule;
    }
}
