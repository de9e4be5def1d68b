package org.throughline.setup;

import java.util.function.Function;

/** Where applied set-up is kept. */
public interface SetupStore {

    /** What holds now: every partner, agreement and rule that was ever applied. */
    ReviewedSetup current();

    /**
     * Plans a change on what holds now and carries it out, in one transaction with an audit entry; nobody else changes the
     * set-up meanwhile. An empty plan writes nothing.
     */
    SetupPlan change(Function<ReviewedSetup, SetupPlan> planner);
}
