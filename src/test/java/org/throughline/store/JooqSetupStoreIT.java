package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.setup.PartnerSetup;
import org.throughline.setup.SetupChange;
import org.throughline.setup.SetupFolder;
import org.throughline.setup.SetupScope;
import org.throughline.testing.SetupFiles;
import org.throughline.testing.TestDatabase;

final class JooqSetupStoreIT {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-10-06T12:00:00Z"), ZoneId.of("America/New_York"));

    @TempDir
    Path folder;

    private TestDatabase database;
    private Database owner;

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.migrated().open();
        owner = new Database(database.owner());
        copy(SetupFiles.sound());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void changesNothingWhenAppliedTwice() throws IOException {
        int changes = setup().apply(SetupScope.all()).changes().size();
        List<String> before = rows();

        assertThat(changes).isPositive();
        assertThat(setup().apply(SetupScope.all()).isEmpty()).isTrue();
        assertThat(rows()).isEqualTo(before);
        assertThat(number("select count(*) from audit.entry")).isEqualTo(1);
    }

    @Test
    void entersEachChangeOfARetention() throws IOException {
        Path file = folder.resolve("harborlight/partner.yaml");
        String without = Files.readString(file);
        setup().apply(SetupScope.all());
        Files.writeString(file, without + "retention: {originals: 3 years, records: 7 Years, reason: Schedule 7}\n");
        setup().apply(SetupScope.all());
        assertThat(setup().plan(SetupScope.all()).isEmpty()).isTrue();
        Files.writeString(file, without);
        setup().apply(SetupScope.all());

        List<Object> entries = owner.read(jooq -> List.copyOf(jooq.fetchValues(
                "select object || ': ' || (detail ->> 'before') || ' -> ' || (detail ->> 'after') from audit.entry where"
                        + " action = 'retention.change' order by entry_id")));
        assertThat(entries)
                .hasToString(
                        "[partner harborlight: everything is kept -> originals 3 years, records 7 years: Schedule 7,"
                                + " partner harborlight: originals 3 years, records 7 years: Schedule 7 -> everything is kept]");
    }

    @Test
    void planOfAFreshDatabaseWritesNothing() throws IOException {
        assertThat(setup().plan(SetupScope.all()).isEmpty()).isFalse();
        assertThat(number("select count(*) from intake.sender")).isZero();
        assertThat(number("select count(*) from audit.entry")).isZero();
    }

    @Test
    void readsBackWhatTheFilesSay() throws IOException {
        setup().apply(SetupScope.all());

        assertThat(setup().plan(SetupScope.all()).changes()).isEmpty();
        assertThat(setup().current().partners()).hasSize(2);
    }

    @Test
    void givesEachPartnerARoleThatSeesItsOwnRowsOnly() throws IOException {
        setup().apply(SetupScope.all());

        List<String> seen = owner.transact(jooq -> {
            jooq.execute("set local role \"" + database.rolePrefix() + "org_harborlight\"");
            return jooq.fetch("select distinct sender from canonical.program").getValues(0, String.class);
        });
        List<String> foreign = owner.transact(jooq -> {
            jooq.execute("set local role \"" + database.rolePrefix() + "org_dcyf\"");
            return jooq.fetch("select distinct sender from canonical.program").getValues(0, String.class);
        });
        assertThat(seen).containsExactly("harborlight");
        assertThat(foreign).isEmpty();
    }

    @Test
    void writesProgramsAsCanonicalRecordsAndNewBeliefsWhenTheyChange() throws IOException {
        setup().apply(SetupScope.all());
        edit("harborlight/partner.yaml", "name: Family preservation,", "name: Keeping families,");
        setup().apply(SetupScope.all());

        assertThat(names("select name from canonical.program where key = 'fps' order by program_id"))
                .containsExactly("Family preservation", "Keeping families");
        assertThat(number("select count(*) from canonical.program where recorded_to is null"))
                .isEqualTo(1);
    }

    @Test
    void leavesAProgramAloneThatAFeedBrought() throws IOException {
        setup().apply(SetupScope.all());
        owner.run(jooq -> jooq.execute("update canonical.program set feed_id = (select min(feed_id) from intake.feed),"
                + " name = 'From the feed', content_hash = 'x'"));
        edit("harborlight/partner.yaml", "name: Family preservation,", "name: Keeping families,");
        setup().apply(SetupScope.all());

        assertThat(names("select name from canonical.program")).containsExactly("From the feed");
    }

    @Test
    void endsAnAgreementWhoseFileIsGone() throws IOException {
        setup().apply(SetupScope.all());
        Files.delete(folder.resolve("policy/PR-1.yaml"));
        Files.delete(folder.resolve("agreements/DSA-1.yaml"));

        assertThat(setup().apply(SetupScope.all()).changes())
                .extracting(SetupChange::sentence)
                .containsExactly(
                        "agreement DSA-1: terminated on becomes 2026-10-06.",
                        "policy rule PR-1: withdrawn on becomes 2026-10-06.");
        assertThat(number("select count(*) from release.agreement where terminated_on = '2026-10-06'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from release.policy_rule where withdrawn_on = '2026-10-06'"))
                .isEqualTo(1);
    }

    @Test
    void auditEntryNamesFactsAndNoContact() throws IOException {
        setup().apply(SetupScope.all());

        String detail = owner.read(
                jooq -> jooq.fetchSingle("select detail::text from audit.entry").get(0, String.class));
        assertThat(detail)
                .contains("partner harborlight", "feed participants due")
                .doesNotContain("@", "Data desk");
    }

    private PartnerSetup setup() throws IOException {
        SetupFolder files = new SetupFolder(List.of(folder), SetupFiles.surroundings(folder));
        return new PartnerSetup(files, () -> new JooqSetupStore(owner, database.rolePrefix(), CLOCK), CLOCK);
    }

    private List<String> rows() {
        return owner.read(jooq -> List.of(
                        "intake.sender",
                        "intake.account",
                        "intake.feed",
                        "intake.feed_expectation",
                        "intake.contact",
                        "intake.sender_role",
                        "canonical.contract",
                        "canonical.contract_program",
                        "canonical.program",
                        "canonical.organization",
                        "release.agreement",
                        "release.policy_rule")
                .stream()
                .map(table -> table
                        + jooq.fetch("select t::text, t.xmin::text from " + table + " t order by 1")
                                .formatCSV())
                .toList());
    }

    private long number(String query) {
        return owner.read(jooq -> jooq.fetchSingle(query).get(0, Long.class));
    }

    private List<String> names(String query) {
        return owner.read(jooq -> jooq.fetch(query).map(row -> row.get(0, String.class)));
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private void copy(Path from) throws IOException {
        try (var paths = Files.walk(from)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(from.relativize(path));
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }
}
