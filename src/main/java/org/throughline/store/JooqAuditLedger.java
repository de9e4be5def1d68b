package org.throughline.store;

import java.time.Clock;
import java.util.Map;
import org.throughline.audit.AuditLedger;

/** The ledger of administrative acts in PostgreSQL. */
public final class JooqAuditLedger implements AuditLedger {
    private final Database database;
    private final Clock clock;

    /** The ledger of this database. */
    public JooqAuditLedger(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void record(String action, String object, Map<String, String> detail) {
        database.run(jooq -> AuditEntries.add(jooq, clock, new AuditEntries.Act(action, object, detail)));
    }
}
