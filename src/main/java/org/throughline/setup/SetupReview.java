package org.throughline.setup;

import java.util.List;
import org.throughline.mapping.Diagnostic;
import org.throughline.problem.SetupException;

/**
 * What a look at reviewed files found.
 *
 * @param files what the files in question say
 * @param problems everything that is wrong with them; empty where they can be applied
 * @param elsewhere true where something is wrong with files that are not in question
 */
public record SetupReview(ReviewedSetup files, List<Diagnostic> problems, boolean elsewhere) {

    public SetupReview {
        problems = List.copyOf(problems);
    }

    /** What the files say; refused with all problems where something is wrong. */
    ReviewedSetup sound() {
        if (!problems.isEmpty()) {
            throw new SetupException(problems.stream().map(Diagnostic::toString).toList());
        }
        return files;
    }
}
