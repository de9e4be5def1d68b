package org.throughline.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Record;
import org.throughline.intake.Account;
import org.throughline.intake.Accounts;

/** The partners' accounts in PostgreSQL. */
public final class JooqAccounts implements Accounts {
    private final Database database;

    /** Accounts of this database. */
    public JooqAccounts(Database database) {
        this.database = database;
    }

    @Override
    public List<Account> all() {
        return database.read(jooq -> jooq.fetch("select * from intake.account order by sender")
                .map(row -> {
                    Account account = account(row);
                    return AccountPgp.of(jooq, account.sender())
                            .map(account::sealed)
                            .orElse(account);
                }));
    }

    private static Account account(Record row) {
        Integer port = row.get("port", Integer.class);
        return new Account(
                row.get("sender", String.class),
                Account.Transport.valueOf(row.get("transport", String.class).toUpperCase(Locale.ROOT)),
                text(row, "host"),
                port == null ? 0 : port,
                text(row, "username"),
                text(row, "host_key"),
                text(row, "key_file"),
                text(row, "folder"),
                Account.Completion.valueOf(row.get("completion", String.class).toUpperCase(Locale.ROOT)),
                Optional.empty());
    }

    private static String text(Record row, String column) {
        String value = row.get(column, String.class);
        return value == null ? "" : value;
    }
}
