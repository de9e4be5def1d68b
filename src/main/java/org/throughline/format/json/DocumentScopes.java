package org.throughline.format.json;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.throughline.format.UnreadableException;
import org.throughline.problem.ProblemCode;
import tools.jackson.core.JsonToken;

/** One document, of which one object at a time is in memory: each of those at the first array on the way to the rows. */
final class DocumentScopes implements Scopes {
    private final Tokens tokens;
    private final Paths paths;
    private final JsonRows rows;
    private final ScopeReader reader;
    private final Deque<PathNode> chain = new ArrayDeque<>();
    private Scope around;
    private long visit;
    private boolean inRows;
    private boolean found;
    private boolean done;

    DocumentScopes(Tokens tokens, Paths paths, JsonRows rows) {
        this.tokens = tokens;
        this.paths = paths;
        this.rows = rows;
        this.reader = new ScopeReader(tokens, paths, rows);
    }

    @Override
    public Optional<Scope> next() throws IOException {
        Optional<Scope> next = around == null ? begin() : Optional.empty();
        while (!done && next.isEmpty()) {
            next = inRows ? element() : walk();
        }
        return next;
    }

    private Optional<Scope> begin() throws IOException {
        if (tokens.next() == null) {
            throw tokens.stop(ProblemCode.NOT_WELL_FORMED, "The file is empty.");
        }
        around = Scope.outermost(0, tokens.line());
        visit = paths.visit();
        if (rows.isTop()) {
            Scope whole = reader.outermost(0);
            tokens.end();
            done = true;
            return Optional.of(whole);
        }
        if (names().isEmpty()) {
            enterRows();
        } else if (tokens.current() == JsonToken.START_OBJECT) {
            chain.push(paths.root(0));
        } else {
            throw kind("an object");
        }
        return Optional.empty();
    }

    private List<String> names() {
        return rows.below(0).names();
    }

    private Optional<Scope> element() throws IOException {
        if (tokens.next() != JsonToken.END_ARRAY) {
            return Optional.of(reader.outermost(1));
        }
        inRows = false;
        if (chain.isEmpty()) {
            end();
        }
        return Optional.empty();
    }

    private Optional<Scope> walk() throws IOException {
        if (tokens.next() == JsonToken.END_OBJECT) {
            chain.pop();
            if (chain.isEmpty()) {
                end();
            }
            return Optional.empty();
        }
        String name = tokens.name();
        PathNode child = paths.under(chain.element(), name);
        boolean again = !child.visit(visit);
        tokens.next();
        if (again) {
            throw tokens.stop(ProblemCode.NAME_TWICE, ScopeReader.twice(child));
        }
        return name.equals(names().get(chain.size() - 1)) ? enter(child) : pass(child);
    }

    private Optional<Scope> pass(PathNode child) throws IOException {
        reader.value(around, child, visit);
        Optional<Fault> fault = around.fault();
        if (fault.isPresent()) {
            throw tokens.stop(fault.get().code(), fault.get().fact());
        }
        return Optional.empty();
    }

    private Optional<Scope> enter(PathNode child) throws IOException {
        boolean last = chain.size() == names().size();
        if (last && rows.below(0).every()) {
            enterRows();
            return Optional.empty();
        }
        if (tokens.current() != JsonToken.START_OBJECT) {
            throw kind("an object");
        }
        if (last) {
            found = true;
            return Optional.of(reader.outermost(1));
        }
        chain.push(child);
        return Optional.empty();
    }

    private void enterRows() throws IOException {
        if (tokens.current() != JsonToken.START_ARRAY) {
            throw kind("an array");
        }
        inRows = true;
        found = true;
    }

    private UnreadableException kind(String wanted) {
        return tokens.stop(
                ProblemCode.ROWS_MISSING,
                "On the way to the rows, `" + rows + "`, stands " + reader.found() + ", not " + wanted + ".");
    }

    private void end() throws IOException {
        tokens.end();
        done = true;
        if (!found) {
            throw tokens.stop(ProblemCode.ROWS_MISSING, "The rows, `" + rows + "`, are not in the document.");
        }
    }

    @Override
    public Optional<Scope> around() {
        return rows.isTop() ? Optional.empty() : Optional.ofNullable(around);
    }

    @Override
    public void close() throws IOException {
        tokens.close();
    }
}
