package org.throughline.store;

import static org.throughline.store.jooq.canonical.Tables.ENROLLMENT;
import static org.throughline.store.jooq.canonical.Tables.ORGANIZATION;
import static org.throughline.store.jooq.canonical.Tables.PROGRAM;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.throughline.linkage.ClientRef;

/** Which client numbers stand for clients of victim-service providers, because an organization that served them is one. */
final class VictimServices {
    private VictimServices() {}

    /** Those of the numbers that were ever enrolled with one, also where the enrollment was taken back. */
    static Set<ClientRef> everServed(DSLContext jooq, Set<ClientRef> among) {
        if (among.isEmpty()) {
            return Set.of();
        }
        var senders = among.stream().map(ClientRef::sender).collect(Collectors.toSet());
        var served = new HashSet<>(served(jooq, ENROLLMENT.SENDER.in(senders)));
        served.retainAll(among);
        return served;
    }

    /** The sender's numbers that are enrolled with one now. */
    static Set<ClientRef> servedNow(DSLContext jooq, String sender) {
        return served(jooq, ENROLLMENT.SENDER.eq(sender).and(ENROLLMENT.RECORDED_TO.isNull()));
    }

    private static Set<ClientRef> served(DSLContext jooq, Condition enrollments) {
        return jooq.selectDistinct(ENROLLMENT.SENDER, ENROLLMENT.CLIENT_KEY)
                .from(ENROLLMENT)
                .join(PROGRAM)
                .on(PROGRAM.SENDER.eq(ENROLLMENT.SENDER), PROGRAM.KEY.eq(ENROLLMENT.PROGRAM_KEY))
                .and(PROGRAM.RECORDED_TO.isNull())
                .join(ORGANIZATION)
                .on(ORGANIZATION.SENDER.eq(PROGRAM.SENDER), ORGANIZATION.KEY.eq(PROGRAM.ORGANIZATION_KEY))
                .and(ORGANIZATION.RECORDED_TO.isNull())
                .where(enrollments)
                .and(ORGANIZATION.VICTIM_SERVICE_PROVIDER)
                .fetchSet(row -> new ClientRef(row.value1(), row.value2()));
    }
}
