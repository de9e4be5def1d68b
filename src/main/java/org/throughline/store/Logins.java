package org.throughline.store;

import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Database logins that may work as the hub's role. */
public final class Logins {

    private Logins() {}

    /** Makes a login with this password, or gives an existing one this password; it may then work as the hub's role. */
    public static void keep(DataSource owner, String rolePrefix, String user, String password) {
        new Database(owner).run(jooq -> {
            if (!exists(jooq, user)) {
                jooq.execute("create role {0}", DSL.name(user));
            }
            jooq.execute("alter role {0} login password {1}", DSL.name(user), DSL.inline(password));
            allow(jooq, rolePrefix, user);
        });
    }

    /** Lets an existing login work as the hub's role. */
    public static void allow(DataSource owner, String rolePrefix, String user) {
        new Database(owner).run(jooq -> allow(jooq, rolePrefix, user));
    }

    private static void allow(DSLContext jooq, String rolePrefix, String user) {
        String hub = rolePrefix + "hub";
        boolean allowed = jooq.select(
                        DSL.field("pg_has_role({0}, {1}, 'member')", Boolean.class, DSL.val(user), DSL.val(hub)))
                .fetchSingle()
                .value1();
        if (!allowed) {
            jooq.execute("grant {0} to {1}", DSL.name(hub), DSL.name(user));
        }
    }

    private static boolean exists(DSLContext jooq, String user) {
        return jooq.fetchExists(DSL.selectOne()
                .from("pg_roles")
                .where(DSL.field("rolname", String.class).eq(user)));
    }
}
