package org.throughline.mapping;

import java.util.List;
import org.throughline.mapping.cel.Answer;
import org.throughline.mapping.cel.Expression;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/**
 * An expression of a mapping with the fields it uses.
 *
 * @param where what the expression belongs to, in the words of a message, such as {@code the check `late-entry`}
 */
record Formula(Expression expression, List<SourceField> fields, String where) {

    Formula {
        fields = List.copyOf(fields);
    }

    /** True where a field it uses could not be read: there is nothing to ask then. */
    boolean undecided(Row row) {
        return row.anyBroken(fields);
    }

    /** The answer for a record; a problem where there is none. */
    Answer answer(Row row) {
        Answer answer = expression.answer(row);
        if (!answer.given()) {
            String using = fields.isEmpty() ? "" : " from " + row.described(fields);
            row.report(Problem.of(
                    ProblemCode.EXPRESSION,
                    row.place(fields),
                    "The expression of " + where + " has no answer" + using + "; a value may be empty."));
        }
        return answer;
    }
}
