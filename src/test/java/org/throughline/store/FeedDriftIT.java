package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.drift.Change;
import org.throughline.intake.FeedId;
import org.throughline.intake.Receipt;
import org.throughline.intake.ReplayPlan;
import org.throughline.problem.Place;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.TestDatabase;

/** Files that look otherwise than the one loaded before; nobody in them exists. */
final class FeedDriftIT {
    private static final String HEADER = "Number,Born,Sex,Region,Note";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private static int feeds;

    @TempDir
    Path home;

    private IntakeScene scene;
    private String sender;
    private int files;

    @BeforeEach
    void openHub() {
        scene = new IntakeScene(DATABASE, home, Path.of("src", "test", "resources", "store", "mappings"));
        sender = "drift-" + ++feeds;
    }

    @Test
    void tellsOfAChangedHeaderWithTheChangeProposed() throws IOException {
        feed("drift/people");
        send(rows(1, HEADER, "P%d,1980-02-29,F,North,"));
        send(rows(2, HEADER, "P%d,1980-02-29,F,North,"));
        assertThat(events()).isEmpty();

        long renamed = send(rows(3, HEADER.replace("Born", "Birth Date"), "P%d,1980-02-29,F,North,"))
                .submission();

        assertThat(events())
                .containsExactly(List.of(
                        "FILE_DRIFT",
                        "Submission " + renamed + ", people, COLUMN_RENAMED: The column `Born` is probably called"
                                + " `Birth Date` now.",
                        "# drift/people.yaml:9\naka: [Birth Date]"));
        assertThat(new JooqFeedBoard(new Database(DATABASE.hub())).events(Instant.EPOCH))
                .filteredOn(event -> event.sender().equals(sender))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.feed()).hasValue(new FeedId(sender, "all"));
                    assertThat(event.proposal()).hasValue("# drift/people.yaml:9\naka: [Birth Date]");
                });
    }

    /** Each kind of change, planted: what intake does not see, nobody tells. */
    @Test
    void seesEveryKindOfChangePlanted() throws IOException {
        feed("drift/people");
        send(rows(30, HEADER, "P%d,1980-02-29,F,North,x"));
        send(rows(30, "Number,Birth Date,Sex,Region,Note", "P%d,1980-02-29,F,North,x"));
        send(rows(30, "Number,Born,Sex,Region", "P%d,1980-02-29,F,North"));
        send(rows(30, "Number,Born,Sex,Region,Note,Weight", "P%d,1980-02-29,F,North,x,4.5"));
        send(rows(30, "A,B,C,D,E", "P%d,1980-02-29,F,North,x"));
        send(rows(30, "Born,Number,Sex,Region,Note", "1980-02-29,P%d,F,North,x"));
        send(rows(30, HEADER, "P%d,2/29/1980,F,North,x"));
        send(rows(30, HEADER, "P%d,1980-02-29,X,North,x"));
        send(rows(30, HEADER, "P%d,,F,North,x"));
        send(rows(3, HEADER, "P%d,1980-02-29,F,North,x"));

        assertThat(kinds()).isEqualTo(EnumSet.allOf(Change.Kind.class));
    }

    @Test
    void namesNoColumnWhereTheFirstLineMayBeARecord() throws IOException {
        feed("drift/people");
        send(rows(2, HEADER, "P%d,1980-02-29,F,North,x"));
        send("Q1,1980-02-29,F,Feldspar,x\nQ2,1980-02-29,F,Gneiss,x\n");

        assertThat(events().toString()).contains("COLUMNS_REPLACED").doesNotContain("Feldspar", "1980");
    }

    @Test
    void keepsNoValueThatSlippedIntoACodedColumn() throws IOException {
        feed("drift/people");
        String names = IntStream.range(0, 40)
                .mapToObj(number -> "P" + number + ",1980-02-29,LE" + (char) ('A' + number % 8) + ",North,x\n")
                .collect(Collectors.joining());
        send(HEADER + "\n" + names);

        assertThat(scene.rows("select codes, shapes from intake.feed_header where header[1] = 'Number'")
                        .toString())
                .doesNotContain("LE");
    }

    @Test
    void tellsOfFixedWidthAndJson() throws IOException {
        feed("drift/lines");
        send(lines("P%03d19800229F"));
        send(lines("P%03d        F"));
        assertThat(kinds()).containsExactly(Change.Kind.FILL_JUMPED);

        sender = "drift-" + ++feeds;
        feed("drift/objects");
        send(lines("{\"id\": \"P%d\", \"born\": \"1980-02-29\", \"sex\": \"F\"}"));
        send(lines("{\"id\": \"P%d\", \"sex\": \"F\"}"));
        send(lines("{\"id\": \"P%d\", \"born\": \"2/29/1980\", \"sex\": \"F\"}"));
        assertThat(kinds()).containsExactlyInAnyOrder(Change.Kind.COLUMN_REMOVED, Change.Kind.COLUMN_ADDED);
    }

    @Test
    void tellsOnceThatAColumnIsGone() throws IOException {
        feed("drift/people");
        String short1 = "Number,Born,Sex,Region";

        assertThat(gone(send(rows(1, short1, "P%d,1980-02-29,F,North")))).containsExactly("Note");
        Receipt again = send(rows(2, short1, "P%d,1980-02-29,F,North"));
        assertThat(gone(again)).isEmpty();
        assertThat(gone(send(rows(3, HEADER, "P%d,1980-02-29,F,North,x")))).isEmpty();
        Receipt lost = send(rows(4, short1, "P%d,1980-02-29,F,North"));
        assertThat(gone(lost)).containsExactly("Note");
        assertThat(gone(send(rows(5, short1, "P%d,1980-02-29,F,North")))).isEmpty();

        List<List<String>> told = told();
        scene.replaying((done, total) -> {})
                .run(
                        new ReplayPlan(
                                new FeedId(sender, "all"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        Optional.empty());
        assertThat(told()).isEqualTo(told).hasSize(2);
    }

    private List<List<String>> told() {
        return scene.rows(
                "select submission_id, column_name from intake.problem join intake.submission using (submission_id)"
                        + " where sender = ? and code = 'COLUMN_GONE' order by 1, 2",
                sender);
    }

    private void feed(String mapping) {
        scene.rows(
                "with s as (insert into intake.sender (sender, title, kind) values (?, 'Synthetic', 'provider')) insert"
                        + " into intake.feed (sender, name, mapping) values (?, 'all', ?) returning name",
                sender,
                sender,
                mapping);
    }

    private static List<String> gone(Receipt receipt) {
        return receipt.problems().stream()
                .filter(problem -> problem.code().equals("COLUMN_GONE"))
                .flatMap(problem -> problem.places().stream())
                .map(Place::column)
                .toList();
    }

    private List<List<String>> events() {
        return scene.rows(
                "select code, fact, coalesce(proposal, '') from intake.feed_event where sender = ? order by"
                        + " feed_event_id",
                sender);
    }

    private Set<Change.Kind> kinds() {
        EnumSet<Change.Kind> kinds = EnumSet.noneOf(Change.Kind.class);
        for (Change.Kind kind : Change.Kind.values()) {
            if (events().stream().anyMatch(event -> event.get(1).contains(", " + kind + ": "))) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private static String lines(String form) {
        return IntStream.range(0, 30)
                .mapToObj(number -> form.formatted(number) + "\n")
                .collect(Collectors.joining());
    }

    private static String rows(int count, String header, String form) {
        return header + "\n"
                + IntStream.range(0, count)
                        .mapToObj(number -> form.formatted(number) + "\n")
                        .collect(Collectors.joining());
    }

    private Receipt send(String text) throws IOException {
        Path file = Files.write(home.resolve("file-" + ++files), text.getBytes(StandardCharsets.UTF_8));
        return scene.run(sender + "/all", file);
    }
}
