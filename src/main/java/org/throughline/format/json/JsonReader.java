package org.throughline.format.json;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
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

/**
 * Reads JSON in two passes: the first collects the paths that stand in it, which are the header; the second gives the
 * records. A record's values stand in the columns of their paths; numbers as they are written, null as an empty cell.
 */
public final class JsonReader implements RecordReader {
    private final String member;
    private final List<String> header;
    private final int depth;
    private final Optional<Scopes> scopes;
    private final Optional<Scope> around;
    private final Deque<Scope> pending = new ArrayDeque<>();
    private Optional<Problem> stop;
    private long record;
    private boolean done;

    private JsonReader(String member, Problem stop) {
        this.member = member;
        this.header = List.of();
        this.depth = 0;
        this.scopes = Optional.empty();
        this.around = Optional.empty();
        this.stop = Optional.of(stop);
    }

    private JsonReader(String member, JsonFormat format, Scopes scopes, FirstPass first) {
        this.member = member;
        this.header = first.header();
        this.depth = format.rows().depth();
        this.scopes = Optional.of(scopes);
        this.around = first.around();
        this.stop = Optional.empty();
    }

    /** What the first pass found: the header, and what stands around the records. */
    private record FirstPass(List<String> header, Optional<Scope> around) {

        static FirstPass of(Scopes scopes, Paths paths) throws IOException {
            try {
                while (scopes.next().isPresent()) {
                    continue;
                }
            } catch (UnreadableException stop) {
                // The second pass comes to the same end, and tells it after the records before it.
                return new FirstPass(paths.columns(), scopes.around());
            }
            return new FirstPass(paths.columns(), scopes.around());
        }
    }

    /**
     * Opens the input and passes it once.
     *
     * @param member the name that every place gives
     */
    public static JsonReader open(ByteSource source, String member, JsonFormat wanted) throws IOException {
        try {
            JsonFormat format = wanted.settled(source, member);
            Paths paths = new Paths(format.rows().depth(), format.agreed(), member);
            FirstPass first;
            try (Scopes scopes = format.scopes(source, member, paths)) {
                first = FirstPass.of(scopes, paths);
            }
            return new JsonReader(member, format, format.scopes(source, member, paths), first);
        } catch (UnreadableException e) {
            return new JsonReader(member, e.problem());
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
            if (stop.isEmpty() && !fill()) {
                done = true;
                return Optional.empty();
            }
        } catch (UnreadableException e) {
            stop = Optional.of(e.problem());
        }
        done = stop.isPresent();
        return Optional.of(done ? new BrokenInput(grave(stop.orElseThrow())) : reading(pending.remove()));
    }

    /** Whatever ends an input holds it, also where the same fault in one record would cost the record alone. */
    private Problem grave(Problem problem) {
        return new Problem(
                problem.code(), Level.HOLD_FILE, problem.place(), problem.fact(), problem.told(), problem.guidance());
    }

    private boolean fill() throws IOException {
        while (pending.isEmpty()) {
            Optional<Scope> next = scopes.orElseThrow().next();
            if (next.isEmpty()) {
                return false;
            }
            around.ifPresent(next.get()::standIn);
            pending.addAll(next.get().records(depth));
        }
        return true;
    }

    private Reading reading(Scope scope) throws IOException {
        record++;
        Place place = new Place(member, record, scope.line(), record, "");
        List<String> cells = cells(scope);
        if (scope.fault().isEmpty()) {
            return new SourceRecord(place, cells);
        }
        Fault fault = scope.fault().get();
        Place exact = new Place(member, record, fault.line(), record, fault.path());
        return new BrokenRecord(place, cells, Problem.of(fault.code(), Level.REJECT, exact, fault.fact()));
    }

    /** A broken object around records may have no columns of its own: its file then holds no record that has. */
    private List<String> cells(Scope scope) throws IOException {
        String[] cells = new String[header.size()];
        Arrays.fill(cells, "");
        for (Scope.Leaf leaf : scope.values()) {
            int column = leaf.node().column();
            if (column != PathNode.NO_COLUMN) {
                cells[column] = leaf.text();
            } else if (scope.fault().isEmpty()) {
                throw new IOException("The original differs from what it was in the first pass.");
            }
        }
        return List.of(cells);
    }

    @Override
    public void close() throws IOException {
        if (scopes.isPresent()) {
            scopes.get().close();
        }
    }
}
