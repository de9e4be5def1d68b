package org.throughline.format.json;

import java.io.IOException;
import java.util.Optional;
import org.throughline.format.TextLines;
import org.throughline.format.UnreadableException;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** NDJSON: every line is a document. A line that cannot be read is one broken record. */
final class LineScopes implements Scopes {
    private final TextLines lines;
    private final Paths paths;
    private final JsonRows rows;
    private final String member;

    LineScopes(TextLines lines, Paths paths, JsonRows rows, String member) {
        this.lines = lines;
        this.paths = paths;
        this.rows = rows;
        this.member = member;
    }

    @Override
    public Optional<Scope> next() throws IOException {
        Optional<TextLines.Line> line = lines.next();
        return line.isPresent() ? Optional.of(scope(line.get())) : Optional.empty();
    }

    private Scope scope(TextLines.Line line) throws IOException {
        if (line.problem().isPresent()) {
            return broken(line.number(), line.problem().get());
        }
        try (Tokens tokens = Tokens.of(line.text(), member, line.number())) {
            ScopeReader reader = new ScopeReader(tokens, paths, rows);
            tokens.next();
            Scope scope = reader.outermost(0);
            tokens.end();
            return scope;
        } catch (UnreadableException e) {
            if (e.problem().code().equals(ProblemCode.COLUMNS_TOO_MANY.name())) {
                throw e;
            }
            return broken(line.number(), e.problem());
        }
    }

    private static Scope broken(long line, Problem problem) {
        return Scope.broken(0, new Fault(ProblemCode.valueOf(problem.code()), "", line, problem.fact()));
    }

    @Override
    public Optional<Scope> around() {
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
