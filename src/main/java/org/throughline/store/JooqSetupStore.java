package org.throughline.store;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.throughline.setup.ReviewedSetup;
import org.throughline.setup.SetupChange;
import org.throughline.setup.SetupPlan;
import org.throughline.setup.SetupStore;

/** Applied set-up in PostgreSQL. Works as the database's owner, since partners get a role each. */
public final class JooqSetupStore implements SetupStore {
    private final Database owner;
    private final String rolePrefix;
    private final Clock clock;

    /**
     * The set-up of this database.
     *
     * @param owner connections of the database's owner
     * @param rolePrefix prefix of this hub's roles; roles are cluster-wide
     */
    public JooqSetupStore(Database owner, String rolePrefix, Clock clock) {
        this.owner = owner;
        this.rolePrefix = rolePrefix;
        this.clock = clock;
    }

    @Override
    public ReviewedSetup current() {
        return owner.transact(jooq -> new SetupReading(jooq).all());
    }

    @Override
    public SetupPlan change(Function<ReviewedSetup, SetupPlan> planner) {
        return owner.transact(jooq -> {
            jooq.execute("select pg_advisory_xact_lock(7305, 2)");
            SetupPlan plan = planner.apply(new SetupReading(jooq).all());
            if (!plan.isEmpty()) {
                write(jooq, plan);
            }
            return plan;
        });
    }

    private void write(DSLContext jooq, SetupPlan plan) {
        PartnerWriting partners = new PartnerWriting(jooq, rolePrefix, clock.instant());
        AgreementWriting agreements = new AgreementWriting(jooq, clock.instant());
        plan.writes().partners().forEach(partners::write);
        plan.writes().agreements().forEach(agreements::write);
        plan.writes().policies().forEach(agreements::write);
        AuditEntries.add(jooq, clock, new AuditEntries.Act("partner.apply", "set-up", changed(plan)));
    }

    /** Which facts of what changed; texts of the facts stay out, since contacts are people. */
    private static Map<String, String> changed(SetupPlan plan) {
        Map<String, List<String>> facts = plan.changes().stream()
                .collect(Collectors.groupingBy(
                        SetupChange::object,
                        TreeMap::new,
                        Collectors.mapping(JooqSetupStore::fact, Collectors.toList())));
        Map<String, String> detail = new TreeMap<>();
        facts.forEach(
                (object, names) -> detail.put(object, names.stream().distinct().collect(Collectors.joining(", "))));
        return detail;
    }

    private static String fact(SetupChange change) {
        return change.fact().startsWith("contact ") ? "contact" : change.fact();
    }
}
