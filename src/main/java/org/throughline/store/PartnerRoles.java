package org.throughline.store;

import static org.throughline.store.jooq.intake.Tables.SENDER_ROLE;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Gives each partner its own database role, which row-level security shows the partner's own rows only. */
final class PartnerRoles {
    private final DSLContext jooq;
    private final String prefix;

    PartnerRoles(DSLContext jooq, String prefix) {
        this.jooq = jooq;
        this.prefix = prefix;
    }

    String name(String sender) {
        return prefix + "org_" + sender.replace('-', '_');
    }

    void give(String sender) {
        String role = name(sender);
        if (!jooq.fetchExists(DSL.selectOne()
                .from("pg_roles")
                .where(DSL.field("rolname", String.class).eq(role)))) {
            jooq.execute("create role {0} nologin", DSL.name(role));
        }
        jooq.execute("grant {0} to {1}", DSL.name(prefix + "provider"), DSL.name(role));
        jooq.insertInto(SENDER_ROLE)
                .set(SENDER_ROLE.SENDER, sender)
                .set(SENDER_ROLE.ROLE_NAME, role)
                .onConflictDoNothing()
                .execute();
    }
}
