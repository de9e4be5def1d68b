package org.throughline.mapping;

import java.util.List;
import org.throughline.problem.Problem;

/**
 * A member mapping bound to one file's header.
 *
 * @param rows maps the records of that file; also there when a problem holds the file, so that records can be counted
 * @param problems what is wrong with the header; a hold_file among them holds the submission
 */
public record Binding(RowMapping rows, List<Problem> problems) {

    public Binding {
        problems = List.copyOf(problems);
    }
}
