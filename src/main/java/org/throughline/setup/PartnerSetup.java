package org.throughline.setup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.throughline.mapping.Diagnostic;

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

    /** Everything that is wrong with the reviewed files; empty where they can be applied. */
    public List<Diagnostic> check() {
        Findings findings = new Findings();
        folder.read(findings);
        return findings.all();
    }

    /** What applying the files would change; refused with all findings where they are wrong. */
    public SetupPlan plan() {
        ReviewedSetup files = files();
        return SetupPlan.between(store.get().current(), files, today());
    }

    /** Applies the files; refused with all findings where they are wrong. Applying twice changes nothing. */
    public SetupPlan apply() {
        ReviewedSetup files = files();
        return store.get().change(now -> SetupPlan.between(now, files, today()));
    }

    /** What holds now. */
    public ReviewedSetup current() {
        return store.get().current();
    }

    private ReviewedSetup files() {
        Findings findings = new Findings();
        ReviewedSetup files = folder.read(findings);
        findings.refuse();
        return files;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
