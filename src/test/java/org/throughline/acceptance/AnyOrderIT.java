package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.acceptance.MonthOfFiles.SentFile;
import org.throughline.intake.Delivery;
import org.throughline.intake.FeedId;
import org.throughline.intake.Progress;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/** In whatever order a month of files comes, the hub ends by believing the same and by waiting for the same. */
final class AnyOrderIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final int ORDERS = 6;

    private static int senders;

    @TempDir
    Path home;

    private IntakeScene scene;

    @BeforeEach
    void open() {
        scene = new IntakeScene(POSTGRES, home, Path.of("src", "test", "resources", "acceptance", "mappings"));
    }

    @Test
    void endsInTheSameStateInAnyOrderOfFiles() throws IOException {
        MonthOfFiles month = MonthOfFiles.september();
        Map<String, List<String>> expected = end(month);

        assertThat(expected.get("client_record")).hasSize(5).anyMatch(row -> row.contains("Birch"));
        assertThat(expected.get("enrollment")).hasSize(4);
        assertThat(expected.get("enrollment_exit")).hasSize(4);
        assertThat(expected.get("service")).hasSize(4);
        assertThat(expected.get("waiting")).hasSize(3);
        assertThat(end(month.reversed())).as("the last file first").isEqualTo(expected);
        for (int seed = 1; seed <= ORDERS; seed++) {
            assertThat(end(month.shuffled(seed))).as("order of seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void tellsTheOrdersApartWhereTheLastToArriveIsBelieved() throws IOException {
        MonthOfFiles month = MonthOfFiles.september().withoutChangeDays();

        assertThat(end(month.reversed())).isNotEqualTo(end(month));
    }

    /** What is believed, what became of every record and what is waited for, when all files are in. */
    private Map<String, List<String>> end(MonthOfFiles month) throws IOException {
        String sender = "month-" + ++senders;
        scene.rows(
                "insert into intake.sender (sender, title, kind) values (?, 'Synthetic', 'trial') returning 1", sender);
        for (String feed : Set.of("clients", "stays", "exits", "services")) {
            scene.rows(
                    "insert into intake.feed (sender, name, mapping) values (?, ?, ?) returning 1",
                    sender,
                    feed,
                    "month/" + feed);
        }
        for (SentFile sent : month.files()) {
            Path file = Files.writeString(home.resolve(sent.name()), sent.text());
            scene.intake()
                    .submit(
                            new Delivery(new FeedId(sender, sent.feed()), file, sent.name(), Optional.empty()),
                            Progress.SILENT);
        }
        Map<String, List<String>> end = new TreeMap<>(Beliefs.of(scene, sender).current());
        end.putAll(states(sender));
        return end;
    }

    /** Whether a row said something new is a matter of order; whether it is held, rejected or waits is not. */
    private Map<String, List<String>> states(String sender) {
        Map<String, List<String>> states = new LinkedHashMap<>();
        states.put("states", texts("""
            select concat_ws(' ', s.file_name, r.record_number, case when r.state in ('accepted', 'unchanged') then 'done' else r.state end)
              from intake.source_record_state r join intake.submission s using (submission_id) where s.sender = ? order by 1
            """, sender));
        states.put("waiting", texts("""
            select concat_ws(' ', s.file_name, w.record_number, w.entity, w.key)
              from intake.waiting_for w join intake.submission s using (submission_id) where s.sender = ? order by 1
            """, sender));
        return states;
    }

    private List<String> texts(String sql, String sender) {
        return scene.rows(sql, sender).stream().map(row -> row.get(0)).toList();
    }
}
