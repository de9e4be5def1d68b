package org.throughline.store;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.throughline.drift.Change;
import org.throughline.drift.ColumnLook;
import org.throughline.drift.FileLook;
import org.throughline.mapping.value.ValueType;
import org.throughline.problem.ProblemCode;

/** How the files of a feed looked that were loaded, and events where this one looks otherwise. */
final class FeedHeaderRows {
    private static final String BETWEEN_FORMATS = "|";

    private final DSLContext jooq;
    private final LoadContext load;
    private final Map<String, FileLook> looks = new LinkedHashMap<>();
    private final Map<String, List<Change>> drifts = new LinkedHashMap<>();

    FeedHeaderRows(DSLContext jooq, LoadContext load) {
        this.jooq = jooq;
        this.load = load;
    }

    /** The look of the file before; the same one when a submission is decided again, whatever came after it. */
    Optional<FileLook> last(String member) {
        Record row = jooq.fetchOne("""
            select header, read_count, filled, types, formats, shapes, codes from intake.feed_header
             where feed_id = ? and member = ? and submission_id < ? order by submission_id desc limit 1
            """, load.feed(), member, load.submission());
        return Optional.ofNullable(row).map(FeedHeaderRows::look);
    }

    private static FileLook look(Record row) {
        String[] header = row.get("header", String[].class);
        Long[] filled = row.get("filled", Long[].class);
        String[] types = row.get("types", String[].class);
        String[] formats = row.get("formats", String[].class);
        String[] shapes = row.get("shapes", String[].class);
        String[] codes = row.get("codes", String[].class);
        List<ColumnLook> columns = new ArrayList<>();
        for (int column = 0; column < filled.length; column++) {
            columns.add(new ColumnLook(
                    header[column],
                    filled[column],
                    ValueType.of(types[column]).orElseThrow(),
                    words(formats[column], BETWEEN_FORMATS),
                    shapes[column],
                    words(codes[column], " ")));
        }
        return new FileLook(List.of(header), columns, row.get("read_count", Long.class));
    }

    private static List<String> words(String joined, String between) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(Pattern.quote(between)));
    }

    void look(String member, FileLook look, List<Change> drift) {
        looks.put(member, look);
        drifts.put(member, drift);
    }

    /** What was loaded is what the next file is held against. */
    void keep(boolean loaded) {
        if (loaded) {
            looks.forEach(this::keep);
        } else {
            jooq.execute(
                    "delete from intake.feed_header where feed_id = ? and submission_id = ?",
                    load.feed(),
                    load.submission());
        }
    }

    /** Tells of what changed, once for each submission. */
    void tell() {
        drifts.forEach((member, changes) -> changes.forEach(change -> tell(member, change)));
    }

    private void tell(String member, Change change) {
        jooq.execute(
                "insert into intake.feed_event (sender, feed_id, at, code, fact, guidance, proposal) values (?, ?, ?,"
                        + " ?, ?, ?, ?)",
                load.sender(),
                load.feed(),
                Timestamp.from(load.now()),
                ProblemCode.FILE_DRIFT.name(),
                "Submission " + load.submission() + ", " + member + ", " + change.kind() + ": " + change.fact(),
                ProblemCode.FILE_DRIFT.guidance(),
                change.proposal().isEmpty() ? null : proposal(change));
    }

    private static String proposal(Change change) {
        String lines = String.join("\n", change.proposal());
        return change.at().isEmpty() ? lines : "# " + change.at() + "\n" + lines;
    }

    private void keep(String member, FileLook look) {
        jooq.execute(
                """
                insert into intake.feed_header
                  (feed_id, member, submission_id, header, read_count, filled, types, formats, shapes, codes)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (feed_id, member, submission_id) do update
                  set header = excluded.header, read_count = excluded.read_count, filled = excluded.filled,
                      types = excluded.types, formats = excluded.formats, shapes = excluded.shapes, codes = excluded.codes
                """,
                load.feed(),
                member,
                load.submission(),
                look.header().stream().map(name -> name.replace('\0', '?')).toArray(String[]::new),
                look.records(),
                look.columns().stream().map(ColumnLook::filled).toArray(Long[]::new),
                texts(look, column -> column.type().word()),
                texts(look, column -> String.join(BETWEEN_FORMATS, column.formats())),
                texts(look, ColumnLook::shape),
                texts(look, column -> String.join(" ", column.codes())));
    }

    private static String[] texts(FileLook look, Function<ColumnLook, String> text) {
        return look.columns().stream().map(text).toArray(String[]::new);
    }
}
