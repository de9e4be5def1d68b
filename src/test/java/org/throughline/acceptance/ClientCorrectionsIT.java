package org.throughline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.intake.Delivery;
import org.throughline.intake.FeedId;
import org.throughline.intake.Progress;
import org.throughline.intake.Receipt;
import org.throughline.linkage.DeterministicEngine;
import org.throughline.linkage.LinkageRun;
import org.throughline.store.Database;
import org.throughline.store.JooqClientIndex;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/** A provider merges its own client numbers, takes merges back and deletes clients, by files that come in any order. */
final class ClientCorrectionsIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.migrated();

    private static final Clock NIGHT = Clock.fixed(Instant.parse("2026-10-07T06:00:00Z"), ZoneOffset.UTC);
    private static final int ORDERS = 4;

    private static final List<String> FILES = List.of(
            "clients:C-1,Aster,2026-09-01",
            "clients:C-2,Basalt,2026-09-01",
            "clients:C-3,Clover,2026-09-01",
            "stays:S-1,C-1,2026-09-02,2026-09-02,",
            "stays:S-2,C-2,2026-09-02,2026-09-02,",
            "corrections:merge,C-2,C-3,2026-09-05",
            "corrections:merge,C-1,C-2,2026-09-06",
            "corrections:merge,C-3,C-1,2026-09-07",
            "corrections:unmerge,C-3,,2026-09-08",
            "corrections:unmerge,C-1,,2026-09-09",
            "corrections:merge,C-1,C-3,2026-09-10");

    private static int senders;

    @TempDir
    Path home;

    private IntakeScene scene;

    @BeforeEach
    void open() {
        scene = new IntakeScene(POSTGRES, home, Path.of("src", "test", "resources", "acceptance", "mappings"));
    }

    @Test
    void endsTheSameInAnyOrderOfFiles() throws IOException {
        Map<String, List<String>> expected = end(FILES);

        assertThat(expected.get("linked")).containsExactly("C-1 C-2 C-3");
        assertThat(expected.get("client_merge")).hasSize(2);
        List<String> order = new ArrayList<>(FILES);
        Collections.reverse(order);
        assertThat(end(order)).as("the last file first").isEqualTo(expected);
        for (int seed = 1; seed <= ORDERS; seed++) {
            Collections.shuffle(order, new Random(seed));
            assertThat(end(order)).as("order of seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void deletedClientTakesAlongWhatHangsOnItInAnyOrderOfFiles() throws IOException {
        List<String> order = new ArrayList<>(List.of(
                "clients:C-1,Aster,2026-09-01",
                "clients:C-2,Basalt,2026-09-01",
                "stays:S-1,C-1,2026-09-02,2026-09-02,",
                "stays:S-2,C-2,2026-09-02,2026-09-02,",
                "exits:X-1,S-1,2026-09-03,2026-09-03,",
                "exits:X-2,S-2,2026-09-03,2026-09-03,",
                "corrections:delete,C-1,,2026-09-08",
                "corrections:delete,C-2,,2026-09-09",
                "clients:C-1,Aster,2026-09-12"));
        Map<String, List<String>> expected = end(order);

        assertThat(expected.get("client_record")).hasSize(1);
        assertThat(expected.get("enrollment")).singleElement().asString().startsWith("S-1");
        assertThat(expected.get("enrollment_exit")).singleElement().asString().startsWith("X-1");
        assertThat(expected.get("waiting")).isEmpty();
        Collections.reverse(order);
        assertThat(end(order)).as("the last file first").isEqualTo(expected);
        for (int seed = 1; seed <= ORDERS; seed++) {
            Collections.shuffle(order, new Random(seed));
            assertThat(end(order)).as("order of seed " + seed).isEqualTo(expected);
        }
    }

    @Test
    void saysHowMuchADeletedClientTakesAlong() throws IOException {
        end(FILES.subList(0, 5));

        assertThat(send("corrections:delete,C-1,,2026-09-08").closed()).isEqualTo(1);
        assertThat(state().get("linked")).containsExactly("C-2", "C-3");
    }

    @Test
    void mergeThatIsTakenBackLeavesNothingBehind() throws IOException {
        Map<String, List<String>> before = end(FILES.subList(0, 5));
        assertThat(before.get("linked")).containsExactly("C-1", "C-2", "C-3");

        Receipt merged = send("corrections:merge,C-2,C-1,2026-09-05");
        assertThat(merged.problems()).isEmpty();
        assertThat(state().get("linked")).containsExactly("C-1 C-2", "C-3");
        send("corrections:unmerge,C-2,,2026-09-06");

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void tellsTheSenderOfMergesThatAreNotInForce() throws IOException {
        end(FILES.subList(0, 5));

        Receipt early = send("corrections:merge,C-1,C-9,2026-09-05");
        assertThat(early.problems())
                .extracting(problem -> problem.code() + ": " + problem.message())
                .containsExactly(
                        "MERGE_AWAITS_CLIENT: The merge is stored and not in force yet: waits for the client that goes on.");
        send("corrections:merge,C-1,C-2,2026-09-06");
        Receipt circle = send("corrections:merge,C-2,C-1,2026-09-07");

        assertThat(circle.records().accepted()).isEqualTo(1);
        assertThat(circle.problems())
                .extracting(problem -> problem.code() + ": " + problem.message())
                .containsExactly(
                        "MERGE_CONTRADICTED: The merge is stored and not in force: the merges lead back to the number.");
        assertThat(state().get("linked")).containsExactly("C-1", "C-2", "C-3");
    }

    /** What holds when all files are in. */
    private Map<String, List<String>> end(List<String> files) throws IOException {
        String sender = "corrected-" + ++senders;
        scene.rows(
                "insert into intake.sender (sender, title, kind) values (?, 'Synthetic', 'provider') returning 1",
                sender);
        for (String feed : List.of("clients", "stays", "exits", "corrections")) {
            scene.rows(
                    "insert into intake.feed (sender, name, mapping) values (?, ?, ?) returning 1",
                    sender,
                    feed,
                    feed.equals("corrections") ? "client-corrections" : "month/" + feed);
        }
        for (String file : files) {
            send(file);
        }
        return state();
    }

    private Receipt send(String written) throws IOException {
        String feed = written.substring(0, written.indexOf(':'));
        String header = switch (feed) {
            case "clients" -> "Number,Last,Changed\n";
            case "exits" -> "Exit,Stay,Left,Changed,Gone\n";
            case "stays" -> "Stay,Number,Entered,Changed,Gone\n";
            default -> "Action,ClientID,OtherID,Changed\n";
        };
        String row = written.substring(feed.length() + 1);
        String name = feed + "-" + row.hashCode() + ".csv";
        Path file = Files.writeString(home.resolve(name), header + row + "\n");
        return scene.intake()
                .submit(
                        new Delivery(new FeedId("corrected-" + senders, feed), file, name, Optional.empty()),
                        Progress.SILENT);
    }

    private Map<String, List<String>> state() {
        String sender = "corrected-" + senders;
        new LinkageRun(new JooqClientIndex(new Database(POSTGRES.hub())), new DeterministicEngine()).run(NIGHT);
        Map<String, List<String>> state =
                new TreeMap<>(Beliefs.of(scene, sender).current());
        state.put("linked", texts("""
            select string_agg(client_key, ' ' order by client_key) from linkage.client_link
             where sender = ? and linked_to is null group by client_id order by 1
            """, sender));
        state.put("waiting", texts("select key from intake.waiting_for where sender = ? order by 1", sender));
        return state;
    }

    private List<String> texts(String sql, String sender) {
        return scene.rows(sql, sender).stream().map(row -> row.get(0)).toList();
    }
}
