package org.throughline.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.throughline.format.delimited.DelimitedWriter;
import org.throughline.format.delimited.Dialect;
import org.throughline.format.delimited.FormulaPolicy;
import org.throughline.intake.Delivery;
import org.throughline.intake.FeedId;
import org.throughline.intake.Progress;
import org.throughline.intake.Receipt;
import org.throughline.testing.IntakeScene;
import org.throughline.testing.SetClock;

/** A fixture about corrections, sent to a feed of its own file by file, each at its instant. */
final class CorrectionStory {
    private static final List<String> FIELDS = List.of("last_name", "first_name", "middle_name", "street");
    private static final List<String> BOOKKEEPING = List.of("file_id", "update_datetime", "is_deleted");

    private final CorrectionFixture fixture;
    private final CorrectionFiles files;
    private final FeedId feed;
    private final List<Receipt> receipts = new ArrayList<>();
    private List<FeedRow> told = List.of();
    private long changed;

    CorrectionStory(CorrectionFixture fixture, Path fixtures, int number) {
        this.fixture = fixture;
        this.files = CorrectionFiles.of(fixtures.resolve(fixture.folder()));
        this.feed = new FeedId("corrections-" + number, "rows");
    }

    CorrectionFixture fixture() {
        return fixture;
    }

    /** What stands in the fixture's files. */
    CorrectionFiles files() {
        return files;
    }

    /** The receipts, that of the new file last. */
    List<Receipt> receipts() {
        return receipts;
    }

    /** The receipt of the new file. */
    Receipt receipt() {
        return receipts.get(receipts.size() - 1);
    }

    /** All that the hub recorded of the feed: rows that came or changed, and rows that ended. */
    List<FeedRow> told() {
        return told;
    }

    /** The story's section of the page. */
    String section() {
        Receipt last = receipt();
        StringBuilder text = new StringBuilder("### " + fixture.folder() + "\n\n" + fixture.says() + "\n\n");
        text.append("| content | key | files | status | read | new | changed | unchanged | ended | rejected |\n");
        text.append("|---|---|--:|---|--:|--:|--:|--:|--:|--:|\n");
        text.append("| %s | %s | %d | %s | %d | %d | %d | %d | %d | %d |\n\n"
                .formatted(
                        fixture.content(),
                        String.join(", ", fixture.key()),
                        receipts.size(),
                        last.status().word(),
                        last.records().read(),
                        last.records().accepted() - changed,
                        changed,
                        last.records().unchanged(),
                        last.closed(),
                        last.records().rejected()));
        text.append(EdgeStory.problems(last, "Problems"));
        return text.append(fixture.remark().isEmpty() ? "" : fixture.remark() + "\n\n")
                .toString();
    }

    /** Writes the feed's mapping, with the columns and keys as the files show them. */
    void writeMapping(Path mappings) throws IOException {
        Path file = mappings.resolve(feed.sender()).resolve(feed.name() + ".yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
            mapping: %s
            version: 1
            status: active
            effective: 2000-01-01
            title: Rows of a public fixture about corrections
            owner: {agency: tests, provider: tests}
            receive: {route: upload, name: '(?s).*', content: %s}
            source:
              format: csv
              dialect: {%s}
              fields: {%s}
              ignore: {%s}
            write:
              - to: client_record
                key: [%s]
                absent: close
                set:
                  identifiers_hashed: {value: false}
                  %s
            """.formatted(
                        feed,
                        fixture.content(),
                        fixture.dialect(),
                        numbered(this::field, ", "),
                        Stream.concat(BOOKKEEPING.stream(), fixture.leftOut().stream())
                                .map(column -> column + ": no part of the rows")
                                .collect(Collectors.joining(", ")),
                        fixture.key().stream()
                                .map(column -> "c" + files.columns().indexOf(column))
                                .collect(Collectors.joining(", ")),
                        numbered(i -> FIELDS.get(i) + ": {from: c" + i + ", clean: trim}", "\n      ")));
    }

    private String numbered(java.util.function.IntFunction<String> text, String between) {
        return IntStream.range(0, files.columns().size()).mapToObj(text).collect(Collectors.joining(between));
    }

    private String field(int number) {
        String column = files.columns().get(number);
        return "c%d: {column: %s, type: string, pii: name, optional: %s%s}"
                .formatted(
                        number,
                        column,
                        fixture.optional().contains(column),
                        fixture.formerName(column)
                                .map(former -> ", aka: [" + former + "]")
                                .orElse(""));
    }

    /** Sends the earlier files as they must have been, and the new one as it is. */
    void tell(IntakeScene scene, SetClock clock, Path home) {
        scene.rows(
                "insert into intake.sender (sender, title, kind) values (?, 'Public fixture', 'trial') returning 1",
                feed.sender());
        scene.rows(
                "insert into intake.feed (sender, name, mapping) values (?, ?, ?) returning 1",
                feed.sender(),
                feed.name(),
                feed.toString());
        files.earlierFiles(fixture).forEach((at, rows) -> {
            clock.set(at);
            send(scene, written(home.resolve("earlier.csv"), rows));
        });
        clock.set(files.arrival());
        send(scene, files.sent());
        told = told(scene);
        changed = Long.parseLong(String.valueOf(scene.value(
                "select count(*) from canonical.client_record c join canonical.client_record n using (sender, key)"
                        + " where sender = ? and n.recorded_from = c.recorded_to and n.submission_id = ?",
                feed.sender(),
                receipt().submission())));
    }

    private void send(IntakeScene scene, Path file) {
        receipts.add(scene.intake().submit(new Delivery(feed, file, "rows.csv", Optional.empty()), Progress.SILENT));
    }

    private Path written(Path file, List<List<String>> rows) {
        try (OutputStream out = Files.newOutputStream(file);
                DelimitedWriter writer = DelimitedWriter.open(out, Dialect.csv(), FormulaPolicy.KEEP)) {
            writer.write(files.columns());
            for (List<String> row : rows) {
                writer.write(row);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<FeedRow> told(IntakeScene scene) {
        String cells = numbered(i -> "coalesce(" + FIELDS.get(i) + ", '')", ", ");
        return scene.rows("""
            with c as (select * from canonical.client_record where sender = ?)
            select to_char(recorded_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), 'f', %1$s from c
            union all
            select to_char(recorded_to at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), 't', %1$s from c
             where recorded_to is not null
               and not exists (select 1 from c n where n.key = c.key and n.recorded_from = c.recorded_to)
            """.formatted(cells), feed.sender()).stream()
                .map(row -> new FeedRow(instant(row.get(0)), row.get(1).equals("t"), row.subList(2, row.size())))
                .toList();
    }

    private static Instant instant(String text) {
        return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
