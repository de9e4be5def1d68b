package org.throughline.format.json;

import java.io.IOException;
import java.util.StringJoiner;
import org.throughline.problem.ProblemCode;
import tools.jackson.core.JsonToken;

/** Reads objects with all that is in them. What is wrong inside one is its fault, and reading goes on after it. */
final class ScopeReader {
    private static final int OFF = -1;
    private static final int LEAF_COST = 32;
    private static final char JOINT = ';';

    private final Tokens tokens;
    private final Paths paths;
    private final JsonRows rows;

    ScopeReader(Tokens tokens, Paths paths, JsonRows rows) {
        this.tokens = tokens;
        this.paths = paths;
        this.rows = rows;
    }

    /** Reads the object or array that begins here, as one at this level. */
    Scope outermost(int level) throws IOException {
        return fill(Scope.outermost(level, tokens.line()));
    }

    private Scope fill(Scope scope) throws IOException {
        int level = scope.level();
        boolean list = level < rows.depth() && rows.below(level).names().isEmpty();
        if (list) {
            rows(scope, true);
        } else if (tokens.current() == JsonToken.START_OBJECT) {
            object(scope, paths.root(level), new Pass(paths.visit(), level < rows.depth() ? 0 : OFF));
        } else {
            scope.note(new Fault(
                    ProblemCode.KIND_DIFFERS, "", tokens.line(), "The record is " + found() + ", not an object."));
            tokens.skip();
        }
        return scope;
    }

    /**
     * How an object is passed.
     *
     * @param visit number of the object that is the record, or stands around records
     * @param matched names of the way to the rows that lead here, or {@link #OFF} the way
     */
    private record Pass(long visit, int matched) {
        Pass off() {
            return matched == OFF ? this : new Pass(visit, OFF);
        }
    }

    private void object(Scope scope, PathNode node, Pass pass) throws IOException {
        while (tokens.next() != JsonToken.END_OBJECT) {
            String name = tokens.name();
            PathNode child = paths.under(node, name);
            boolean again = !child.visit(pass.visit());
            spend(scope, name.length());
            tokens.next();
            if (again) {
                scope.note(new Fault(ProblemCode.NAME_TWICE, child.path(), tokens.line(), twice(child)));
                tokens.skip();
            } else if (pass.matched() != OFF
                    && name.equals(rows.below(scope.level()).names().get(pass.matched()))) {
                way(scope, child, new Pass(pass.visit(), pass.matched() + 1));
            } else {
                value(scope, child, pass.off());
            }
        }
    }

    static String twice(PathNode node) {
        return "The name `" + node.path() + "` stands twice in the same object.";
    }

    private void way(Scope scope, PathNode node, Pass pass) throws IOException {
        JsonRows.Segment segment = rows.below(scope.level());
        if (pass.matched() == segment.names().size()) {
            rows(scope, segment.every());
        } else if (tokens.current() == JsonToken.START_OBJECT) {
            object(scope, node, pass);
        } else if (tokens.current() != JsonToken.VALUE_NULL) {
            scope.note(kind(node, "an object"));
            tokens.skip();
        }
    }

    private void rows(Scope scope, boolean every) throws IOException {
        JsonToken wanted = every ? JsonToken.START_ARRAY : JsonToken.START_OBJECT;
        if (tokens.current() == JsonToken.VALUE_NULL) {
            return;
        }
        if (tokens.current() != wanted) {
            String fact = "Where rows are agreed stands " + found() + ", not " + (every ? "an array." : "an object.");
            scope.note(new Fault(ProblemCode.KIND_DIFFERS, "", tokens.line(), fact));
            tokens.skip();
        } else if (every) {
            while (tokens.next() != JsonToken.END_ARRAY) {
                inner(scope);
            }
        } else {
            inner(scope);
        }
    }

    private void inner(Scope scope) throws IOException {
        spend(scope, 0);
        fill(scope.inside(tokens.line()));
    }

    /** Reads the value that begins here into the object. */
    void value(Scope scope, PathNode node, long visit) throws IOException {
        value(scope, node, new Pass(visit, OFF));
    }

    private void value(Scope scope, PathNode node, Pass pass) throws IOException {
        JsonToken token = tokens.current();
        if (token.isScalarValue()) {
            single(scope, node);
        } else if (token == JsonToken.START_ARRAY && node.every().isPresent()) {
            joined(scope, node);
        } else if (node.isAgreed()) {
            scope.note(kind(node, "a single value"));
            tokens.skip();
        } else if (token == JsonToken.START_OBJECT) {
            object(scope, node, pass);
        } else {
            array(scope, node, pass);
        }
    }

    private void array(Scope scope, PathNode node, Pass pass) throws IOException {
        int index = 0;
        while (tokens.next() != JsonToken.END_ARRAY) {
            spend(scope, 0);
            value(scope, paths.element(node, index), pass);
            index++;
        }
    }

    private void single(Scope scope, PathNode node) throws IOException {
        boolean empty = tokens.current() == JsonToken.VALUE_NULL;
        if (node.leadsOn() && !empty) {
            scope.note(kind(node, "an object or an array"));
            return;
        }
        node.see(empty);
        if (!empty) {
            keep(scope, node, tokens.text());
        }
    }

    private void joined(Scope scope, PathNode node) throws IOException {
        PathNode column = node.every().orElseThrow();
        StringJoiner text = new StringJoiner(String.valueOf(JOINT));
        while (tokens.next() != JsonToken.END_ARRAY) {
            spend(scope, 0);
            if (!tokens.current().isScalarValue() || tokens.current() == JsonToken.VALUE_NULL) {
                scope.note(kind(column, "a single value"));
                tokens.skip();
                continue;
            }
            String element = tokens.text();
            if (element.indexOf(JOINT) >= 0) {
                String fact = "A value at `" + column.path() + "` holds a semicolon, with which the values are joined.";
                scope.note(new Fault(ProblemCode.KIND_DIFFERS, column.path(), tokens.line(), fact));
            }
            spend(scope, element.length());
            text.add(element);
        }
        column.see(false);
        keep(scope, column, text.toString());
    }

    private void keep(Scope scope, PathNode node, String text) throws IOException {
        spend(scope, text.length());
        ValueText.fault(text)
                .ifPresent(found ->
                        scope.note(new Fault(found.code(), node.path(), tokens.line(), found.fact(node.path()))));
        scope.add(node, text);
    }

    private void spend(Scope scope, int characters) throws IOException {
        if (!scope.budget().spend(characters + LEAF_COST)) {
            throw tokens.stop(
                    ProblemCode.FIELD_TOO_LONG,
                    String.format(
                            "The record that begins on line %d, with what is around it, has more than %,d characters.",
                            scope.line(), Scope.Budget.LIMIT));
        }
    }

    private Fault kind(PathNode node, String wanted) {
        String fact = "At `" + node.path() + "` stands " + found() + ", where " + wanted + " is agreed.";
        return new Fault(ProblemCode.KIND_DIFFERS, node.path(), tokens.line(), fact);
    }

    /** What stands here, in words. */
    String found() {
        return switch (tokens.current()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            default -> "null";
        };
    }
}
