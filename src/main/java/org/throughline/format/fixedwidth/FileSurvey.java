package org.throughline.format.fixedwidth;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** Passes a whole file once: counts the records of each type, and finds what is wrong with the file as a whole. */
final class FileSurvey {
    private static final int MOST_UNKNOWN = 20;
    private static final String NO_TYPE = "";

    private final FixedWidthKinds kinds;
    private final String member;
    private final Map<String, TypeTally> known = new LinkedHashMap<>();
    private final Map<String, TypeTally> unknown = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private Optional<ControlLine> header = Optional.empty();
    private Optional<ControlLine> trailer = Optional.empty();
    private long all;
    private boolean first = true;
    private boolean afterTrailer;

    FileSurvey(FixedWidthKinds kinds, String member) {
        this.kinds = kinds;
        this.member = member;
    }

    void pass(FixedLines lines) throws IOException {
        while (lines.advance()) {
            line(lines);
            first = false;
        }
        close();
    }

    private void line(FixedLines line) {
        Optional<String> type = kinds.types().of(line);
        if (type.isPresent()) {
            TypeTally tally = known.computeIfAbsent(type.get(), word -> new TypeTally());
            tally.add(line);
            kinds.totals(type.get()).forEach(field -> tally.sum(line, field));
        } else {
            unknown(line);
        }
        if (isOf(type, kinds.header())) {
            header(line);
        } else if (isOf(type, kinds.trailer())) {
            trailer(line);
        } else {
            record(line);
        }
    }

    private static boolean isOf(Optional<String> type, Optional<ControlRecord> control) {
        return control.isPresent()
                && type.filter(control.get().type()::equals).isPresent();
    }

    private void unknown(FixedLines line) {
        String type = kinds.types().unknown(line).orElse(NO_TYPE);
        String name = unknown.size() < MOST_UNKNOWN || unknown.containsKey(type) ? type : NO_TYPE;
        unknown.computeIfAbsent(name, word -> new TypeTally()).add(line);
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
            header = Optional.of(ControlLine.of(kinds.header().orElseThrow(), line, member));
        }
        behindTrailer(line);
    }

    private void trailer(FixedLines line) {
        behindTrailer(line);
        afterTrailer = true;
        if (trailer.isEmpty()) {
            trailer = Optional.of(ControlLine.of(kinds.trailer().orElseThrow(), line, member));
        }
    }

    private void behindTrailer(FixedLines line) {
        if (afterTrailer) {
            misplaced(
                    line,
                    "A record stands behind the " + kinds.trailer().orElseThrow().type() + " record.");
            afterTrailer = false;
        }
    }

    private void misplaced(FixedLines line, String fact) {
        if (problems.stream().noneMatch(problem -> problem.fact().equals(fact))) {
            Place place = new Place(member, 0, line.line(), line.line(), "");
            problems.add(Problem.of(ProblemCode.CONTROL_RECORD, place, fact));
        }
    }

    private void close() {
        unknown.forEach(this::unknownType);
        Map<String, TypeTally> between = new LinkedHashMap<>(known);
        kinds.header().ifPresent(control -> between.remove(control.type()));
        kinds.trailer().ifPresent(control -> between.remove(control.type()));
        ControlCheck.Tallies tallies = new ControlCheck.Tallies(between, all);
        kinds.header().ifPresent(control -> check("header", control, header, tallies));
        kinds.trailer().ifPresent(control -> check("trailer", control, trailer, tallies));
    }

    private void unknownType(String type, TypeTally tally) {
        boolean named = !type.isEmpty();
        String count = tally.count() == 1
                ? "1 record has a type that the mapping does not know; it"
                : String.format("%,d records have a type that the mapping does not know; the first", tally.count());
        String fact = count + " stands on line " + tally.firstLine() + ".";
        Place place = new Place(member, 0, tally.firstLine(), tally.firstLine(), "");
        problems.add(Problem.of(ProblemCode.RECORD_TYPE_UNKNOWN, place, fact)
                .telling(named ? fact + " The type is " + type + "." : fact));
    }

    private void check(String role, ControlRecord control, Optional<ControlLine> line, ControlCheck.Tallies tallies) {
        if (line.isPresent()) {
            problems.addAll(new ControlCheck(role, control, line.get(), tallies).problems());
        } else {
            String fact = "The file has no " + role + ": no " + control.type() + " record is in it.";
            problems.add(Problem.of(ProblemCode.CONTROL_RECORD, Place.member(member), fact));
        }
    }

    /** Records of each known type, in the order of their first appearance. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        known.forEach((type, tally) -> counts.put(type, tally.count()));
        return counts;
    }

    List<Problem> problems() {
        return problems;
    }
}
