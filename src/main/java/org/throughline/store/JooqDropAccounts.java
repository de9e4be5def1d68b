package org.throughline.store;

import static org.throughline.store.jooq.intake.Tables.ACCOUNT;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.throughline.intake.Account;
import org.throughline.intake.DropAccount;
import org.throughline.intake.DropAccounts;
import org.throughline.store.jooq.intake.tables.records.AccountRecord;

/** The accounts at the hub's own SFTP server in PostgreSQL. */
public final class JooqDropAccounts implements DropAccounts {
    private final Database database;

    /** Accounts of this database. */
    public JooqDropAccounts(Database database) {
        this.database = database;
    }

    @Override
    public List<DropAccount> all() {
        return database.read(jooq -> jooq.selectFrom(ACCOUNT)
                .where(ACCOUNT.TRANSPORT.eq("drop"))
                .orderBy(ACCOUNT.SENDER)
                .fetch(JooqDropAccounts::account));
    }

    private static DropAccount account(AccountRecord row) {
        return new DropAccount(
                row.getSender(),
                Path.of(row.getFolder()),
                Account.Completion.valueOf(row.getCompletion().toUpperCase(Locale.ROOT)),
                List.of(row.getPublicKeys()),
                row.getQuota());
    }
}
