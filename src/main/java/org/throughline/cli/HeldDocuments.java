package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.throughline.intake.HeldRecord;
import org.throughline.intake.RecordId;
import org.throughline.problem.Place;
import org.throughline.problem.Problem;

/** How held records look, in JSON and in lines. A list never shows a cell; a single record, asked for by name, does. */
final class HeldDocuments {

    private HeldDocuments() {}

    static RecordId id(HeldRecord held) {
        return new RecordId(
                held.submission(), held.place().member(), held.place().record());
    }

    static Map<String, Object> document(HeldRecord held, boolean told) {
        return Document.of("record", id(held).toString())
                .with("feed", held.feed().toString())
                .with("file", held.fileName())
                .with("member", held.place().member())
                .with("row", held.place().row())
                .with("line", held.place().line())
                .with("state", held.state().word())
                .with(
                        "problems",
                        held.problems().stream()
                                .map(problem -> problem(problem, told))
                                .toList())
                .map();
    }

    private static Map<String, Object> problem(Problem problem, boolean told) {
        return Document.of("code", problem.code())
                .with("level", problem.level().word())
                .with("column", problem.place().column())
                .with("message", told ? problem.told() : problem.fact())
                .with("guidance", problem.guidance())
                .map();
    }

    static List<String> lines(HeldRecord held, boolean told) {
        List<String> lines = new ArrayList<>();
        Place place = held.place();
        lines.add(id(held) + "  " + held.state().word() + "  " + held.feed() + ", " + held.fileName() + ", row "
                + place.row());
        for (Problem problem : held.problems()) {
            lines.add("  " + problem.code() + ": " + (told ? problem.told() : problem.fact()));
            if (told) {
                lines.add("    " + problem.guidance());
            }
        }
        return lines;
    }
}
