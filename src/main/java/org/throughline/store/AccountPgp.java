package org.throughline.store;

import static org.throughline.store.jooq.intake.Tables.ACCOUNT_OPENPGP;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.throughline.intake.OpenPgp;
import org.throughline.store.jooq.intake.tables.records.AccountOpenpgpRecord;

/** How the files of an account are sealed, in PostgreSQL: names of key files, and no key. */
final class AccountPgp {

    private AccountPgp() {}

    static Optional<OpenPgp> of(DSLContext jooq, String sender) {
        return jooq.selectFrom(ACCOUNT_OPENPGP)
                .where(ACCOUNT_OPENPGP.SENDER.eq(sender))
                .fetchOptional(AccountPgp::openPgp);
    }

    private static OpenPgp openPgp(AccountOpenpgpRecord row) {
        return new OpenPgp(
                paths(row.getDecryptKeys()),
                Optional.ofNullable(row.getPassphraseFile()).map(Path::of),
                paths(row.getVerifyKeys()),
                Optional.ofNullable(row.getSignKey()).map(Path::of),
                paths(row.getEncryptTo()),
                row.getRequireSignature());
    }

    private static List<Path> paths(String[] files) {
        return Arrays.stream(files).map(Path::of).toList();
    }

    static void write(DSLContext jooq, String sender, OpenPgp openPgp) {
        AccountOpenpgpRecord row = jooq.newRecord(ACCOUNT_OPENPGP);
        row.setSender(sender);
        row.setDecryptKeys(texts(openPgp.decryptKeys()));
        row.setPassphraseFile(openPgp.passphraseFile().map(Path::toString).orElse(null));
        row.setVerifyKeys(texts(openPgp.verify()));
        row.setSignKey(openPgp.signKey().map(Path::toString).orElse(null));
        row.setEncryptTo(texts(openPgp.encryptTo()));
        row.setRequireSignature(openPgp.requireSignature());
        row.insert();
    }

    private static String[] texts(List<Path> files) {
        return files.stream().map(Path::toString).toArray(String[]::new);
    }
}
