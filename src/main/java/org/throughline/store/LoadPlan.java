package org.throughline.store;

import org.jooq.DSLContext;

/**
 * How the server joins what a load asks. In the transaction that fills them the planner cannot know how much stands in tables, and
 * takes a thousand times a thousand rows for one: where a load concerns much of what there is, it is told to go through whole
 * sets.
 */
final class LoadPlan {
    private final DSLContext jooq;

    LoadPlan(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** Until the end of the transaction, or until it is told otherwise. */
    void takeWholeSets(boolean whole) {
        jooq.execute("set local enable_nestloop = " + (whole ? "off" : "on"));
    }
}
