package org.throughline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** What a done-file says of the bytes delivered: lines {@code rows=N} and {@code sha256=HEX}; either may be left out. */
final class DoneFile {
    private final Map<String, String> lines;

    private DoneFile(Map<String, String> lines) {
        this.lines = lines;
    }

    static DoneFile parse(String text) {
        Map<String, String> lines = new TreeMap<>();
        text.lines().map(String::strip).filter(line -> line.contains("=")).forEach(line -> {
            int equals = line.indexOf('=');
            lines.put(
                    line.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                    line.substring(equals + 1).strip());
        });
        return new DoneFile(lines);
    }

    /** Where it disagrees with what arrived. */
    List<Problem> disagreements(String sha256, long rows) {
        List<Problem> problems = new ArrayList<>();
        Optional.ofNullable(lines.get("sha256"))
                .filter(stated -> !stated.equalsIgnoreCase(sha256))
                .ifPresent(stated -> problems.add(
                        disagreement("The done-file states another SHA-256 than the bytes delivered have.")));
        Optional.ofNullable(lines.get("rows"))
                .filter(stated -> !stated.equals(Long.toString(rows)))
                .ifPresent(stated -> problems.add(disagreement(
                        "The done-file states " + number(stated) + " rows; the file holds " + rows + ".")));
        return problems;
    }

    private static String number(String stated) {
        return stated.matches("\\d{1,18}") ? stated : "no number of";
    }

    private static Problem disagreement(String fact) {
        return Problem.of(ProblemCode.DONE_FILE_DISAGREES, Place.submission(), fact);
    }
}
