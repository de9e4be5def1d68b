package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.throughline.audit.AuditChain.Verdict;
import org.throughline.testing.TestDatabase;

final class JooqAuditChainIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-06T12:00:00.123456Z"), ZoneOffset.UTC);

    private TestDatabase database;
    private JooqAuditLedger ledger;

    @BeforeEach
    void fill() {
        database = TestDatabase.migrated().open();
        ledger = new JooqAuditLedger(new Database(database.hub()), CLOCK);
        ledger.record("held.release", "12:Client.csv:7", Map.of("reason", "a \"quoted\" word, ü and \u001f"));
        ledger.record("partner.apply", "set-up", Map.of());
        ledger.record("held.reject", "12:Client.csv:8", Map.of("b", "2", "a", "1"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void holdsForAnUntouchedLedger() {
        assertThat(verify(Optional.empty()).faults()).isEmpty();
        assertThat(verify(Optional.empty()).entries()).isEqualTo(3);
        assertThat(verify(Optional.of(verify(Optional.empty()).lastHash())).holds())
                .isTrue();
    }

    @Test
    void holdsForAnEmptyLedger() {
        try (TestDatabase empty = TestDatabase.migrated().open()) {
            Verdict verdict = new JooqAuditChain(new Database(empty.hub())).verify(Optional.empty());

            assertThat(verdict.holds()).isTrue();
            assertThat(verdict.entries()).isZero();
        }
    }

    @Test
    void hubCanNeitherChangeNorRemoveAnEntry() {
        Database hub = new Database(database.hub());

        assertThatThrownBy(() -> hub.run(jooq -> jooq.execute("update audit.entry set object = 'x'")))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> hub.run(jooq -> jooq.execute("delete from audit.entry")))
                .hasMessageContaining("permission denied");
    }

    @Test
    void namesAnEntryThatASuperuserChanged() {
        tamper("update audit.entry set object = '12:Client.csv:9' where action = 'held.release'");

        assertThat(verify(Optional.empty()).faults())
                .containsExactly("Entry " + entry("held.release") + " was changed after it was written.");
    }

    @Test
    void namesTheGapWhereAnEntryWasRemoved() {
        tamper("delete from audit.entry where action = 'partner.apply'");

        assertThat(verify(Optional.empty()).faults())
                .containsExactly("Entry " + entry("held.reject")
                        + " does not follow the entry before it: an entry was removed, added or changed there.");
    }

    @Test
    void findsACutEndByAHashNotedDown() {
        String noted = verify(Optional.empty()).lastHash();
        tamper("delete from audit.entry where action = 'held.reject'");

        assertThat(verify(Optional.empty()).holds()).isTrue();
        assertThat(verify(Optional.of(noted)).faults())
                .containsExactly(
                        "The hash that was noted down earlier is not in the ledger: entries were removed or changed.");
    }

    @Test
    void findsAChangeWhoseOwnHashWasMadeToFit() {
        tamper("update audit.entry set object = 'x', hash = audit.entry_hash(previous_hash, at, actor, action, 'x',"
                + " detail) where action = 'partner.apply'");

        assertThat(verify(Optional.empty()).faults()).hasSize(1);
    }

    @Test
    void chainsEntriesOfSeveralWritersAtOnce() throws Exception {
        var writers = Executors.newFixedThreadPool(4);
        List<Future<?>> done = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            String object = "number " + number;
            done.add(writers.submit(() -> ledger.record("trial", object, Map.of())));
        }
        for (Future<?> one : done) {
            one.get();
        }
        writers.shutdown();

        assertThat(verify(Optional.empty()).faults()).isEmpty();
        assertThat(verify(Optional.empty()).entries()).isEqualTo(63);
    }

    private Verdict verify(Optional<String> known) {
        return new JooqAuditChain(new Database(database.hub())).verify(known);
    }

    private void tamper(String statement) {
        new Database(database.owner()).run(jooq -> {
            jooq.execute("alter table audit.entry disable trigger all");
            assertThat(jooq.execute(statement)).isEqualTo(1);
            jooq.execute("alter table audit.entry enable trigger all");
        });
    }

    private long entry(String action) {
        return new Database(database.owner())
                .read(jooq -> jooq.fetchSingle("select entry_id from audit.entry where action = ?", action)
                        .get(0, Long.class));
    }
}
