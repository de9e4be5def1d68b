package org.throughline.setup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;

/** Set-up from reviewed files: check them, show what they would change, apply them, show what holds. */
public final class PartnerSetup {
    private final SetupFolder folder;
    private final Supplier<SetupStore> store;
    private final Clock clock;

    /**
     * Set-up of one hub.
     *
     * @param store asked for when it is needed: checking files needs no database
     * @param clock in the zone of the hub, whose local day ends an agreement
     */
    public PartnerSetup(SetupFolder folder, Supplier<SetupStore> store, Clock clock) {
        this.folder = folder;
        this.store = store;
        this.clock = clock;
    }

    /** What is wrong with the reviewed files, and what they say. */
    public SetupReview check(SetupScope scope) {
        return folder.review(scope);
    }

    /** What applying the files would change; refused with all problems where they are wrong. */
    public SetupPlan plan(SetupScope scope) {
        ReviewedSetup files = folder.review(scope).sound();
        return plan(store.get().current(), files, scope);
    }

    /** Applies the files; refused with all problems where they are wrong. Applying twice changes nothing. */
    public SetupPlan apply(SetupScope scope) {
        ReviewedSetup files = folder.review(scope).sound();
        return store.get().change(now -> plan(now, files, scope));
    }

    /** What some partners' files leave out is left as it is: only all files together tell that something is gone. */
    private SetupPlan plan(ReviewedSetup now, ReviewedSetup files, SetupScope scope) {
        return scope.isAll() ? SetupPlan.between(now, files, today()) : SetupPlan.ofSome(now, files, today());
    }

    /** What holds now. */
    public ReviewedSetup current() {
        return store.get().current();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
