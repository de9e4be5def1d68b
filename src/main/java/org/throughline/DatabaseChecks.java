package org.throughline;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.throughline.audit.AuditChain;
import org.throughline.cli.Check;
import org.throughline.cli.Check.Finding;
import org.throughline.cli.StopException;
import org.throughline.store.Migrations;
import org.throughline.store.ServerFacts;

/** Looks at the database: reached, new enough, migrated, with few rights for the hub, on time, and with an untouched ledger. */
final class DatabaseChecks {
    private static final int OLDEST = 150_000;
    private static final int TEN_THOUSAND = 10_000;
    private static final Duration DRIFT = Duration.ofSeconds(30);

    private final Supplier<HubDatabase> database;
    private final Supplier<AuditChain> chain;
    private final String rolePrefix;
    private final Clock clock;

    DatabaseChecks(Supplier<HubDatabase> database, Supplier<AuditChain> chain, String rolePrefix, Clock clock) {
        this.database = database;
        this.chain = chain;
        this.rolePrefix = rolePrefix;
        this.clock = clock;
    }

    List<Check> all() {
        return List.of(
                guarded("database", this::reached),
                guarded("database clock", this::onTime),
                migratedCheck(),
                guarded("database rights", this::rights),
                guarded("audit ledger", this::ledger));
    }

    /** True where the database answers and its schema is of this version. */
    boolean isReady() {
        return migratedCheck().run().verdict() == Check.Verdict.OK;
    }

    private Check migratedCheck() {
        return guarded("migrations", this::migrated);
    }

    /** A database that cannot be reached is one finding of each check, never an exception. */
    private static Check guarded(String name, Check check) {
        return () -> {
            try {
                return check.run();
            } catch (StopException stopped) {
                return Finding.fail(name, stopped.getMessage(), "");
            } catch (RuntimeException failed) {
                return Finding.fail(
                        name,
                        "The check could not be made: " + failed.getClass().getSimpleName() + ".",
                        "Check that the database server runs and that the login is right.");
            }
        };
    }

    private Finding reached() {
        int version = ServerFacts.of(database.get().owner(), clock).version();
        String fact = "PostgreSQL " + version / TEN_THOUSAND + "." + version % TEN_THOUSAND + " answers.";
        return version >= OLDEST
                ? Finding.ok("database", fact)
                : Finding.fail("database", fact, "Use a server of version 15 or later.");
    }

    private Finding onTime() {
        Duration ahead = ServerFacts.of(database.get().owner(), clock).clockDifference();
        return ahead.abs().compareTo(DRIFT) <= 0
                ? Finding.ok("database clock", "The clocks of hub and database agree.")
                : Finding.fail(
                        "database clock",
                        "The clock of the database differs from the hub's by "
                                + ahead.abs().toSeconds() + " seconds.",
                        "Set both clocks by the same time server.");
    }

    private int pending() {
        return Migrations.pending(database.get().owner(), rolePrefix);
    }

    private Finding migrated() {
        int pending = pending();
        return pending == 0
                ? Finding.ok("migrations", "The schema is of this version.")
                : Finding.warn(
                        "migrations",
                        pending + " migrations are not applied yet.",
                        "The next command that needs the database applies them.");
    }

    private Finding rights() {
        if (pending() > 0) {
            return unknown("database rights");
        }
        return ServerFacts.mayChangeStructure(database.get().hub())
                ? Finding.fail(
                        "database rights",
                        "The hub's role may change the structure of the schema.",
                        "Revoke create on the hub's schemas from " + rolePrefix + "hub.")
                : Finding.ok("database rights", "The hub's role works with rows only.");
    }

    private Finding ledger() {
        if (pending() > 0) {
            return unknown("audit ledger");
        }
        AuditChain.Verdict verdict = chain.get().verify(Optional.empty());
        return verdict.holds()
                ? Finding.ok("audit ledger", "The chain of " + verdict.entries() + " entries holds.")
                : Finding.fail(
                        "audit ledger",
                        "The chain of the audit ledger does not hold.",
                        "Run audit verify to see where, and keep the database as it is for whoever looks into it.");
    }

    private static Finding unknown(String name) {
        return Finding.warn(name, "Not looked at, since the schema is not of this version.", "Run doctor again later.");
    }
}
