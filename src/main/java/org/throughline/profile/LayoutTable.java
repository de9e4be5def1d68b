package org.throughline.profile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;
import org.throughline.problem.SetupException;

/** A sender's layout of fixed width: a table (CSV or .xlsx) with a row per field, its name, its start, and its end or length. */
final class LayoutTable {
    private static final Set<String> START =
            Set.of("start", "from", "begin", "starts", "position", "positions", "pos", "offset");
    private static final Set<String> END = Set.of("end", "to", "stop", "ends");
    private static final Set<String> LENGTH = Set.of("length", "len", "width", "size");
    private static final Set<String> NAME = Set.of("name", "field", "column", "element", "variable");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})\\s*(?:-|\u2013|to)\\s*(\\d{1,6})");

    private final List<String> header;
    private final List<List<String>> rows;

    private LayoutTable(List<String> header, List<List<String>> rows) {
        this.header = header;
        this.rows = rows;
    }

    /** The places that a layout names, in its order. */
    static List<FixedPlace> places(ByteSource layout) throws IOException {
        SampleFormat format = SampleSniffer.sniff(layout, SampleHints.none());
        List<List<String>> rows = new ArrayList<>();
        try (RecordReader reader = format.records().open(layout, "the layout")) {
            Optional<Reading> reading = reader.next();
            while (reading.isPresent()) {
                if (!(reading.get() instanceof SourceRecord record)) {
                    throw new SetupException("The layout has rows that cannot be read; mend it first.");
                }
                rows.add(record.cells());
                reading = reader.next();
            }
            return new LayoutTable(reader.header(), rows).places();
        }
    }

    private List<FixedPlace> places() {
        refuseSeveralTypes();
        int name = column(NAME, Set.of()).orElseThrow(() -> missing("names its fields, such as name"));
        int start = column(START, Set.of()).orElseThrow(() -> missing("says where fields begin, such as start"));
        OptionalInt end = column(END, Set.of(start));
        OptionalInt length = column(LENGTH, Set.of(start));
        List<int[]> spans = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            spans.add(span(row, start, end, length));
        }
        boolean zero = spans.stream().anyMatch(span -> span[0] == 0);
        int less = end.isPresent() && exclusive(end.getAsInt(), spans) ? 1 : 0;
        int more = zero ? 1 : 0;
        int shift = end.isPresent() ? more - less : more;
        Map<String, Integer> seen = new HashMap<>();
        List<FixedPlace> places = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            String plain = rows.get(row).get(name).strip();
            int count = seen.merge(plain, 1, Integer::sum);
            places.add(new FixedPlace(
                    count == 1 ? plain : plain + "_" + count,
                    spans.get(row)[0] + more,
                    spans.get(row)[1] + shift,
                    "placed by the layout"));
        }
        return places;
    }

    /** First and last character as they are written; of a length, as if the last were meant. */
    private int[] span(int row, int start, OptionalInt end, OptionalInt length) {
        Matcher range = RANGE.matcher(cell(row, start));
        if (range.matches()) {
            return new int[] {Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2))};
        }
        int from = number(row, start);
        if (end.isPresent()) {
            return new int[] {from, number(row, end.getAsInt())};
        }
        return new int[] {
            from, from - 1 + number(row, length.orElseThrow(() -> missing("says where fields end, such as length")))
        };
    }

    /** True where the end is that of the next field's start: the header says so, or most fields follow each other so. */
    private boolean exclusive(int end, List<int[]> spans) {
        long touching = IntStream.range(1, spans.size())
                .filter(row -> spans.get(row - 1)[1] == spans.get(row)[0])
                .count();
        return HeaderWords.of(header.get(end)).hasAny(Set.of("exclusive")) || touching * 2 >= spans.size();
    }

    private void refuseSeveralTypes() {
        OptionalInt type = IntStream.range(0, header.size())
                .filter(column -> Set.of(List.of("record"), List.of("record", "type"), List.of("segment"))
                        .contains(HeaderWords.of(header.get(column)).words()))
                .findFirst();
        List<String> types = type.isPresent()
                ? rows.stream()
                        .map(row -> row.get(type.getAsInt()).strip())
                        .distinct()
                        .toList()
                : List.of();
        if (types.size() > 1) {
            throw new SetupException("The layout describes records of several types (" + String.join(", ", types)
                    + "), which makes a bundle (docs/mapping-language.md, Fixed width). Draft its members one by one:"
                    + " give suggest the lines of one type, and of the layout the rows of that type.");
        }
    }

    private OptionalInt column(Set<String> words, Set<Integer> other) {
        OptionalInt exact = IntStream.range(0, header.size())
                .filter(column -> words.contains(header.get(column).strip().toLowerCase(java.util.Locale.ROOT)))
                .findFirst();
        return exact.isPresent()
                ? exact
                : IntStream.range(0, header.size())
                        .filter(column -> !other.contains(column)
                                && HeaderWords.of(header.get(column)).hasAny(words))
                        .findFirst();
    }

    private String cell(int row, int column) {
        return rows.get(row).get(column).strip();
    }

    private int number(int row, int column) {
        String text = cell(row, column);
        if (!text.matches("\\d{1,6}")) {
            throw new SetupException("Row " + (row + 1) + " of the layout has no whole number in its column "
                    + header.get(column) + ".");
        }
        return Integer.parseInt(text);
    }

    private static SetupException missing(String what) {
        return new SetupException("The layout has no column that " + what + ".");
    }
}
