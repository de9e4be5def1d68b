package org.throughline.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.throughline.problem.Problem;

/**
 * What a look through a file of several kinds of record found.
 *
 * @param records how many records there are of each kind, in the order in which the kinds first appear
 * @param problems what is wrong with the file as a whole
 */
public record KindSurvey(Map<String, Long> records, List<Problem> problems) {

    public KindSurvey {
        records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
        problems = List.copyOf(problems);
    }
}
