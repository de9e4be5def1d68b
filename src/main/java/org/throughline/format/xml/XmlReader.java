package org.throughline.format.xml;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.format.BrokenInput;
import org.throughline.format.BrokenRecord;
import org.throughline.format.ByteSource;
import org.throughline.format.Reading;
import org.throughline.format.RecordReader;
import org.throughline.format.SourceRecord;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Level;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/**
 * Reads XML in two passes: the first collects the paths that stand in it, which are the header; the second gives the
 * records. What stands once around all records belongs to each of them, wherever it stands.
 */
public final class XmlReader implements RecordReader {
    private final String member;
    private final List<String> header;
    private final Optional<RowElements> rows;
    private final Map<Integer, RowElements.Around> around;
    private Optional<Problem> stop;
    private long record;
    private boolean done;

    private XmlReader(String member, Optional<RowElements> rows, FirstPass first) {
        this.member = member;
        this.header = first.header();
        this.rows = rows;
        this.around = first.around();
        this.stop = first.stop();
    }

    /** What the first pass found: the header, what stands around the records, and why nothing can be read. */
    private record FirstPass(List<String> header, Map<Integer, RowElements.Around> around, Optional<Problem> stop) {

        static FirstPass broken(Problem problem) {
            return new FirstPass(List.of(), Map.of(), Optional.of(problem));
        }

        static FirstPass of(RowElements rows, Nodes nodes, String member) throws IOException {
            try {
                while (rows.next().isPresent()) {
                    continue;
                }
            } catch (UnreadableException stop) {
                // The second pass comes to the same end, and tells it after the records before it.
                return new FirstPass(nodes.columns(), rows.last(), Optional.empty());
            }
            Map<Integer, RowElements.Around> last = rows.last();
            Optional<Problem> late =
                    nodes.late(level -> last.get(level).number() > 1).map(path -> late(path, member));
            return new FirstPass(nodes.columns(), last, late);
        }

        private static Problem late(String path, String member) {
            String fact =
                    "The value at `" + path + "` stands after records to which it belongs; it must stand before them.";
            return Problem.of(
                    ProblemCode.KIND_DIFFERS,
                    Level.HOLD_FILE,
                    Place.member(member).in(path),
                    fact);
        }
    }

    /**
     * Opens the input and passes it once.
     *
     * @param member the name that every place gives
     */
    public static XmlReader open(ByteSource source, String member, XmlFormat format) throws IOException {
        try {
            Nodes nodes = new Nodes(format.rows().depth(), format.agreed(), member);
            FirstPass first;
            try (RowElements rows = format.elements(source, member, nodes)) {
                first = FirstPass.of(rows, nodes, member);
            }
            return new XmlReader(member, Optional.of(format.elements(source, member, nodes)), first);
        } catch (UnreadableException e) {
            return new XmlReader(member, Optional.empty(), FirstPass.broken(e.problem()));
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<Reading> next() throws IOException {
        if (done) {
            return Optional.empty();
        }
        try {
            if (stop.isEmpty()) {
                Optional<Values> row = rows.orElseThrow().next();
                done = row.isEmpty();
                return done ? Optional.empty() : Optional.of(reading(row.get()));
            }
        } catch (UnreadableException e) {
            stop = Optional.of(e.problem());
        }
        done = true;
        return Optional.of(new BrokenInput(grave(stop.orElseThrow())));
    }

    /** Whatever ends an input holds it, also where the same fault in one record would cost the record alone. */
    private static Problem grave(Problem problem) {
        return new Problem(
                problem.code(), Level.HOLD_FILE, problem.place(), problem.fact(), problem.told(), problem.guidance());
    }

    private Reading reading(Values row) throws IOException {
        record++;
        Place place = new Place(member, record, row.line(), record, "");
        List<String> cells = cells(row);
        if (row.fault().isEmpty()) {
            return new SourceRecord(place, cells);
        }
        Values.Fault fault = row.fault().get();
        Place exact = new Place(member, record, fault.line(), record, fault.path());
        return new BrokenRecord(place, cells, Problem.of(fault.code(), Level.REJECT, exact, fault.fact()));
    }

    private List<String> cells(Values row) throws IOException {
        String[] cells = new String[header.size()];
        Arrays.fill(cells, "");
        List<RowElements.Around> open = rows.orElseThrow().around();
        for (int level = 0; level < open.size(); level++) {
            boolean once = around.containsKey(level) && around.get(level).number() == 1;
            fill(cells, once ? around.get(level).values() : open.get(level).values(), row);
        }
        fill(cells, row.all(), row);
        return List.of(cells);
    }

    /** Where every record is broken the header holds what is agreed alone; other values have no cell. */
    private static void fill(String[] cells, List<Values.Value> values, Values row) throws IOException {
        for (Values.Value value : values) {
            int position = value.node().position();
            if (position >= 0) {
                cells[position] = value.text();
            } else if (row.fault().isEmpty() && !value.text().isEmpty()) {
                throw new IOException("The original differs from what it was in the first pass.");
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (rows.isPresent()) {
            rows.get().close();
        }
    }
}
