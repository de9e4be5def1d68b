package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.find.FindDesk;
import org.throughline.find.Found;
import org.throughline.find.Sought;
import org.throughline.intake.FeedId;
import org.throughline.intake.RecordState;
import org.throughline.testing.ExplainedSource;
import org.throughline.testing.FilledYears;
import org.throughline.testing.TestDatabase;
import org.throughline.testing.TestQueries;

/** Nothing that is looked for needs a large table to be read from end to end: an index serves each. */
final class FindPlansIT {
    private static final int LARGE = 250;
    private static final Pattern SCAN = Pattern.compile("Seq Scan on (\\w+)");
    private static final FilledYears YEARS = new FilledYears(600, 2, 50);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private static Set<String> large;
    private static String hash;
    private static String file;

    private final ExplainedSource explained = new ExplainedSource(DATABASE.hub());

    @BeforeAll
    static void fill() throws SQLException {
        YEARS.fill(DATABASE);
        TestQueries queries = new TestQueries(DATABASE.owner());
        large = Set.copyOf(queries.column("select relname from pg_class where relkind = 'r' and reltuples >= " + LARGE
                + " and relnamespace <> 'pg_catalog'::regnamespace"));
        file = (String) queries.value("select file_name from intake.submission where submission_id = 77");
        hash = (String) queries.value("select sha256 from intake.submission where submission_id = 77");
        assertThat(large)
                .contains("submission", "source_record_state", "client_record", "service", "client", "client_link");
    }

    @ParameterizedTest
    @ValueSource(strings = {"77", "year-1_202609", "P-17", "S-4711", "Nobody"})
    void readsByIndexes(String text) {
        find(text, Optional.empty());
        find(text, Optional.of(new FeedId("year-2", "nightly")));

        assertThat(explained.plans()).hasSizeGreaterThan(8);
        assertThat(scanned()).isEmpty();
    }

    @Test
    void readsByIndexForARow() {
        Found found = find("77:" + file + ":9", Optional.empty());

        assertThat(found.rows().told().get(0).state()).isEqualTo(RecordState.HELD);
        assertThat(found.records().told().get(0).stands()).isTrue();
        assertThat(scanned()).isEmpty();
    }

    @Test
    void readsByIndexForAHash() {
        assertThat(find(hash, Optional.empty()).submissions().told().get(0).number())
                .isEqualTo(77);
        assertThat(find(hash.substring(0, 8), Optional.empty()).submissions().all())
                .isEqualTo(1);
        assertThat(scanned()).isEmpty();
    }

    @Test
    void findsAllOfAKind() {
        Found client = find("P-17", Optional.empty());
        assertThat(client.records().told()).hasSize(2);
        assertThat(client.records().told().get(0).versions().all()).isGreaterThan(8);
        assertThat(client.clients().told().get(0).knownBy()).hasSize(2);
        assertThat(find("year-1_202609", Optional.empty()).submissions().all()).isEqualTo(30);
        assertThat(find("S-4711", Optional.empty()).records().told()).hasSize(2);
    }

    @Test
    void seesAScan() {
        new TestQueries(explained.source())
                .rows("select 1 from intake.source_record_state where cells[1] = ?", "planted");

        assertThat(scanned()).containsExactly("source_record_state");
    }

    private Found find(String text, Optional<FeedId> feed) {
        JooqFindIndex index = new JooqFindIndex(new Database(explained.source()));
        return new FindDesk(index, (action, object, detail) -> {})
                .show(new Sought(text, Optional.empty(), feed, 20), "A test.");
    }

    private List<String> scanned() {
        return explained.plans().stream()
                .flatMap(plan -> SCAN.matcher(plan).results().map((MatchResult scan) -> scan.group(1)))
                .filter(large::contains)
                .distinct()
                .toList();
    }
}
