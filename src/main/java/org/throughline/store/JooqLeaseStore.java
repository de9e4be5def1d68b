package org.throughline.store;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.throughline.node.LeaseStore;
import org.throughline.node.Node;
import org.throughline.node.NodeStanding;
import org.throughline.problem.RefusedException;

/**
 * Nodes and what they hold, in PostgreSQL. A node is one row whose lease it prolongs; where two claim the same partner, the key of
 * the holdings lets one of them have it.
 */
public final class JooqLeaseStore implements LeaseStore {
    private static final String REPLACE = """
        delete from intake.node where name = ? and (host = ? or alive_until <= clock_timestamp())
        """;

    private static final String JOIN = """
        insert into intake.node (name, host, session, alive_until)
        values (?, ?, ?, clock_timestamp() + ? * interval '1 millisecond')
        on conflict do nothing returning node_id
        """;

    private static final String RENEW = """
        update intake.node set seen_at = clock_timestamp(), alive_until = clock_timestamp() + ? * interval '1 millisecond'
         where node_id = ? and alive_until > clock_timestamp()
        """;

    /** A node that is just being prolonged, or whose partner's file is just being kept, is not waited for. */
    private static final String STRIKE_OFF = """
        delete from intake.node where node_id in (
          select node_id from intake.node where alive_until <= clock_timestamp() order by node_id for update skip locked)
        """;

    /** What it says of a node's sessions is for the login to see, not for the hub's own role. */
    private static final String CUT_OFF = """
        select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = any (?::text[]) and usename = session_user and datname = current_database()
        """;

    private static final String SHARE = """
        select ceil((select count(*) from intake.sender)::numeric
                    / (select count(*) from intake.node where alive_until > clock_timestamp()))::int
        """;

    private static final String CLAIM = """
        insert into intake.holding (sender, node_id)
        select s.sender, ? from intake.sender s
         where not exists (select from intake.holding h where h.sender = s.sender)
         order by s.sender
         limit greatest(0, ? - (select count(*) from intake.holding where node_id = ?))
        on conflict do nothing
        """;

    private static final String STANDINGS = """
        select n.*, n.alive_until > clock_timestamp() as alive,
               array(select h.sender from intake.holding h where h.node_id = n.node_id order by 1) as partners,
               array(select f.sender || '/' || f.name from intake.holding h join intake.feed f using (sender)
                      where h.node_id = n.node_id order by 1) as feeds
          from intake.node n order by n.name
        """;

    private final Database database;
    private final String session;

    /** Nodes of this database, for who only looks. */
    public JooqLeaseStore(Database database) {
        this(database, "");
    }

    /**
     * Nodes of this database, for one of them.
     *
     * @param session name that its connections bear at the server
     */
    public JooqLeaseStore(Database database, String session) {
        this.database = database;
        this.session = session;
    }

    @Override
    public long join(Node node, Duration lease) {
        cutOff("alive_until <= clock_timestamp() or name = ? and host = ?", node.name(), node.host());
        return database.transact(jooq -> {
            jooq.execute(REPLACE, node.name(), node.host());
            return jooq.fetchOptional(JOIN, node.name(), node.host(), session, lease.toMillis())
                    .map(row -> row.get(0, Long.class))
                    .orElseThrow(() -> new RefusedException("Another node named " + node.name()
                            + " serves this database. Give this one a name of its own in THROUGHLINE_NODE; if the other"
                            + " one is gone, try again in " + lease.toSeconds() + " seconds."));
        });
    }

    @Override
    public Optional<Held> renew(long node, Duration lease) {
        cutOff("alive_until <= clock_timestamp()");
        return database.transact(jooq -> {
            if (jooq.execute(RENEW, lease.toMillis(), node) == 0) {
                return Optional.empty();
            }
            jooq.execute(STRIKE_OFF);
            int share = jooq.fetchSingle(SHARE).get(0, Integer.class);
            jooq.execute(CLAIM, node, share, node);
            return Optional.of(new Held(held(jooq, node), share));
        });
    }

    /** Ends what a node that is gone or stands still has open. Its locks would keep it from being struck off, and files waiting. */
    private void cutOff(String which, Object... values) {
        List<String> gone = database.read(
                jooq -> jooq.fetch("select session from intake.node where session <> '' and (" + which + ")", values)
                        .map(row -> row.get(0, String.class)));
        List<String> others =
                gone.stream().filter(other -> !other.equals(session)).toList();
        if (!others.isEmpty()) {
            database.run(jooq -> {
                jooq.execute("set local role none");
                jooq.fetch(CUT_OFF, (Object) others.toArray(String[]::new));
            });
        }
    }

    private static TreeSet<String> held(DSLContext jooq, long node) {
        return new TreeSet<>(jooq.fetch("select sender from intake.holding where node_id = ?", node)
                .map(row -> row.get(0, String.class)));
    }

    @Override
    public boolean holds(long node, String sender) {
        return database.read(jooq -> jooq.fetchOptional(
                        "select 1 from intake.holding h join intake.node n using (node_id) where h.sender = ? and"
                                + " h.node_id = ? and n.alive_until > clock_timestamp()",
                        sender,
                        node)
                .isPresent());
    }

    @Override
    public void release(long node, Collection<String> senders) {
        database.run(jooq -> jooq.execute(
                "delete from intake.holding where node_id = ? and sender = any (?::text[])",
                node,
                senders.toArray(String[]::new)));
    }

    @Override
    public void leave(long node) {
        database.run(jooq -> jooq.execute("delete from intake.node where node_id = ?", node));
    }

    @Override
    public List<NodeStanding> standings() {
        return database.read(jooq -> jooq.fetch(STANDINGS).map(JooqLeaseStore::standing));
    }

    private static NodeStanding standing(Record row) {
        return new NodeStanding(
                new Node(row.get("name", String.class), row.get("host", String.class)),
                row.get("started_at", Timestamp.class).toInstant(),
                row.get("seen_at", Timestamp.class).toInstant(),
                row.get("alive", Boolean.class),
                List.of(row.get("partners", String[].class)),
                List.of(row.get("feeds", String[].class)));
    }

    @Override
    public List<String> unheld() {
        return database.read(jooq -> jooq.fetch(
                        "select s.sender from intake.sender s where not exists (select from intake.holding h join"
                                + " intake.node n using (node_id) where h.sender = s.sender and n.alive_until >"
                                + " clock_timestamp()) order by 1")
                .map(row -> row.get(0, String.class)));
    }
}
