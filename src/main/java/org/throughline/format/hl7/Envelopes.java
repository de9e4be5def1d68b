package org.throughline.format.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;
import org.throughline.problem.ProblemCode;

/** Follows the headers and trailers of files and batches, and counts against BTS-1 (messages) and FTS-1 (batches). */
final class Envelopes {
    private static final int MOST_PROBLEMS = 100;

    private final List<Problem> problems = new ArrayList<>();
    private final Level file = new Level("file", "batches", "FTS-1");
    private final Level batch = new Level("batch", "messages", "BTS-1");

    /** What is counted between a header and its trailer. */
    private static final class Level {
        private final String name;
        private final String parts;
        private final String field;
        private long line;
        private long count;

        Level(String name, String parts, String field) {
            this.name = name;
            this.parts = parts;
            this.field = field;
        }

        boolean open() {
            return line > 0;
        }

        void open(long newLine) {
            line = newLine;
            count = 0;
        }
    }

    void pass(Unit unit) {
        if (unit instanceof Unit.RawMessage) {
            batch.count++;
        } else if (unit instanceof Unit.Envelope envelope) {
            envelope(envelope);
        }
    }

    private void envelope(Unit.Envelope envelope) {
        switch (envelope.name()) {
            case "FHS" -> {
                closed(batch, envelope.line());
                closed(file, envelope.line());
                file.open(envelope.line());
            }
            case "BHS" -> {
                closed(batch, envelope.line());
                batch.open(envelope.line());
                file.count++;
            }
            case "BTS" -> close(batch, envelope);
            default -> {
                closed(batch, envelope.line());
                close(file, envelope);
            }
        }
    }

    /** The file ends; everything must be closed. */
    void end() {
        closed(batch, 0);
        closed(file, 0);
    }

    private void closed(Level level, long before) {
        if (level.open()) {
            String where = before == 0 ? "before the end of the file." : "before line " + before + ".";
            problem(level.line, "The " + level.name + " that begins on line " + level.line + " is not closed " + where);
        }
        level.line = 0;
    }

    private void close(Level level, Unit.Envelope trailer) {
        if (!level.open()) {
            problem(trailer.line(), "A " + level.name + " is closed that was never begun.");
            return;
        }
        stated(trailer)
                .filter(stated -> !stated.equals(Long.toString(level.count)))
                .ifPresent(stated -> disagrees(level, trailer, stated));
        level.line = 0;
    }

    private void disagrees(Level level, Unit.Envelope trailer, String stated) {
        String says = stated.matches("\\d{1,18}") ? "says " + stated : "states no number";
        problem(
                trailer.line(),
                "The " + level.name + " that begins on line " + level.line + " holds " + level.count + " " + level.parts
                        + "; its trailer on line " + trailer.line() + " " + says + " (" + level.field + ").");
    }

    /** The count that a trailer states without zeros in front; a trailer need not state one. */
    private static Optional<String> stated(Unit.Envelope trailer) {
        String text = trailer.text();
        if (text.length() <= Segment.NAME) {
            return Optional.empty();
        }
        String count = Parts.part(text, text.charAt(Segment.NAME), 2).strip();
        return Optional.of(count.replaceFirst("^0+(?=\\d)", "")).filter(stated -> !stated.isEmpty());
    }

    private void problem(long line, String fact) {
        problem(Problem.of(ProblemCode.BATCH_DISAGREES, new Place("", 0, line, 0, ""), fact));
    }

    void problem(Problem problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    List<Problem> problems() {
        return problems;
    }
}
