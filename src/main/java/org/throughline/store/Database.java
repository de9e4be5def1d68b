package org.throughline.store;

import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** The hub's database, reached as the hub's own least-privileged role. Safe for use by several threads. */
public final class Database {
    /**
     * What a connection of the hub asks of the server: room for staged files and sorts in memory, and no compiling of queries,
     * which costs a small load more than all its work.
     */
    public static final String SESSION = "-c jit=off -c temp_buffers=64MB -c work_mem=32MB";

    private final DSLContext jooq;
    private final DataSource source;
    private final boolean enclosed;

    /** A database whose connections already work as the hub's role. */
    public Database(DataSource source) {
        this(source, false);
    }

    private Database(DataSource source, boolean enclosed) {
        this.source = source;
        this.enclosed = enclosed;
        Settings settings = new Settings()
                .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_QUOTED)
                .withExecuteLogging(false);
        this.jooq = DSL.using(source, SQLDialect.POSTGRES, settings);
    }

    /** A database inside a transaction that somebody else ends. */
    static Database enclosed(DataSource source) {
        return new Database(source, true);
    }

    /** True inside a transaction that has begun already. */
    boolean isEnclosed() {
        return enclosed;
    }

    /** Runs a query; each statement is a transaction of its own. */
    <T> T read(Function<DSLContext, T> query) {
        return query.apply(jooq);
    }

    /** Runs work in one transaction, which ends with it: committed, or rolled back where it throws. */
    <T> T transact(Function<DSLContext, T> work) {
        return jooq.transactionResult(configuration -> work.apply(DSL.using(configuration)));
    }

    /** Like {@link #transact} for work without a result. */
    void run(Consumer<DSLContext> work) {
        jooq.transaction(configuration -> work.accept(DSL.using(configuration)));
    }

    /** The pool behind it, for work that needs a connection of its own, such as COPY. */
    DataSource source() {
        return source;
    }
}
