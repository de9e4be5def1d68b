package org.throughline.format.fixedwidth;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.format.KindSurvey;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** Passes a whole file once: counts the records of each type, and finds what is wrong with the file as a whole. */
final class FileSurvey {
    private final FixedWidthKinds kinds;
    private final Map<String, TypeTally> tallies = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private Optional<ControlLine> header = Optional.empty();
    private Optional<ControlLine> trailer = Optional.empty();
    private long all;
    private boolean first = true;
    private boolean afterTrailer;

    FileSurvey(FixedWidthKinds kinds) {
        this.kinds = kinds;
    }

    void pass(FixedLines lines) throws IOException {
        while (lines.advance()) {
            line(lines);
            first = false;
        }
        close();
    }

    private void line(FixedLines line) {
        String type = kinds.types().kind(line);
        TypeTally tally = tallies.computeIfAbsent(type, word -> new TypeTally());
        tally.add();
        kinds.totals(type).forEach(field -> tally.sum(line, field));
        if (isOf(type, kinds.header())) {
            header(line);
        } else if (isOf(type, kinds.trailer())) {
            trailer(line);
        } else {
            record(line);
        }
    }

    private static boolean isOf(String type, Optional<ControlRecord> control) {
        return control.isPresent() && control.get().type().equals(type);
    }

    private void record(FixedLines line) {
        all++;
        if (first && kinds.header().isPresent()) {
            misplaced(line, "The first record is no " + kinds.header().get().type() + " record.");
        }
        behindTrailer(line);
    }

    private void header(FixedLines line) {
        if (!first) {
            misplaced(line, "A " + kinds.header().orElseThrow().type() + " record stands behind the first record.");
        }
        if (header.isEmpty()) {
            header = Optional.of(ControlLine.of(kinds.header().orElseThrow(), line));
        }
        behindTrailer(line);
    }

    private void trailer(FixedLines line) {
        behindTrailer(line);
        afterTrailer = true;
        if (trailer.isEmpty()) {
            trailer = Optional.of(ControlLine.of(kinds.trailer().orElseThrow(), line));
        }
    }

    private void behindTrailer(FixedLines line) {
        if (afterTrailer) {
            misplaced(
                    line,
                    "A record stands behind the "
                            + kinds.trailer().orElseThrow().type() + " record.");
            afterTrailer = false;
        }
    }

    private void misplaced(FixedLines line, String fact) {
        if (problems.stream().noneMatch(problem -> problem.fact().equals(fact))) {
            Place place = new Place("", 0, line.line(), line.line(), "");
            problems.add(Problem.of(ProblemCode.CONTROL_RECORD, place, fact));
        }
    }

    private void close() {
        ControlCheck.Tallies found = new ControlCheck.Tallies(tallies, all);
        kinds.header().ifPresent(control -> check("header", control, header, found));
        kinds.trailer().ifPresent(control -> check("trailer", control, trailer, found));
    }

    private void check(String role, ControlRecord control, Optional<ControlLine> line, ControlCheck.Tallies found) {
        if (line.isPresent()) {
            problems.addAll(new ControlCheck(role, control, line.get(), found).problems());
        } else {
            String fact = "The file has no " + role + ": no " + control.type() + " record is in it.";
            problems.add(Problem.of(ProblemCode.CONTROL_RECORD, Place.submission(), fact));
        }
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    KindSurvey result() {
        Map<String, Long> counts = new LinkedHashMap<>();
        tallies.forEach((type, tally) -> counts.put(type, tally.count()));
        kinds.readHere().forEach(counts::remove);
        return new KindSurvey(counts, problems);
    }
}
