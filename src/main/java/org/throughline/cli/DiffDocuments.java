package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.problem.Place;
import org.throughline.trial.DifferenceSum;
import org.throughline.trial.FieldChange;
import org.throughline.trial.RowDifference;

/** What a change of a mapping would do, in JSON and in lines. */
final class DiffDocuments {
    private static final int SHOWN_PLACES = 5;

    private final String mapping;
    private final Version against;
    private final List<Tried> tried;
    private final double seconds;

    /** A submission and what would become of it. */
    record Tried(long submission, RowDifference difference) {}

    /**
     * The version that counts now.
     *
     * @param same true where its text is that of the file
     */
    record Version(int number, boolean same) {}

    DiffDocuments(String mapping, Version against, List<Tried> tried, double seconds) {
        this.mapping = mapping;
        this.against = against;
        this.tried = tried;
        this.seconds = seconds;
    }

    DifferenceSum sum() {
        return DifferenceSum.of(tried.stream().map(Tried::difference).toList());
    }

    Map<String, Object> document() {
        DifferenceSum sum = sum();
        return Document.of("mapping", mapping)
                .with("against", against.number())
                .with("same_text", against.same())
                .with("seconds", Math.round(seconds * 1000) / 1000.0)
                .with("rows", sum.rows())
                .with("changed", sum.changed())
                .with("newly_held", sum.newlyHeld())
                .with("newly_taken", sum.newlyTaken())
                .with("lost", sum.lost())
                .with("fields", sum.fields().stream().map(DiffDocuments::field).toList())
                .with("problems", problems(sum.problems()))
                .with("files", tried.stream().map(DiffDocuments::file).toList())
                .map();
    }

    private static Map<String, Object> file(Tried tried) {
        RowDifference difference = tried.difference();
        return Document.of("submission", tried.submission())
                .with("file", difference.file())
                .with("rows", difference.rows())
                .with("status_before", difference.before().word())
                .with("status_after", difference.after().word())
                .with("changed", places(difference.changed()))
                .with(
                        "fields",
                        difference.fields().stream().map(DiffDocuments::field).toList())
                .with("newly_held", places(difference.newlyHeld()))
                .with("newly_taken", places(difference.newlyTaken()))
                .with("lost", places(difference.lost()))
                .with("problems", problems(difference.problems()))
                .map();
    }

    static Map<String, Object> field(FieldChange change) {
        return Document.of("entity", change.entity())
                .with("field", change.field())
                .with("set", change.set())
                .with("cleared", change.cleared())
                .with("changed", change.changed())
                .with(
                        "places",
                        change.places().stream().map(DiffDocuments::place).toList())
                .map();
    }

    private static Map<String, Object> places(RowDifference.Places places) {
        return Document.of("rows", places.count())
                .with(
                        "places",
                        places.first().stream().map(DiffDocuments::place).toList())
                .map();
    }

    private static Map<String, Object> place(Place place) {
        return Document.of("file", place.member())
                .with("row", place.row())
                .with("line", place.line())
                .map();
    }

    private static List<Map<String, Object>> problems(Map<String, RowDifference.Shift> problems) {
        List<Map<String, Object>> list = new ArrayList<>();
        new TreeMap<>(problems)
                .forEach((code, shift) -> list.add(Document.of("code", code)
                        .with("gone", shift.gone())
                        .with("new", shift.fresh())
                        .map()));
        return list;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        DifferenceSum sum = sum();
        lines.add(mapping + " as its file stands, against version " + against.number()
                + (against.same() ? ", which is the same text" : "") + ", on " + Counted.of(tried.size(), "file") + ", "
                + String.format(Locale.ROOT, "%.1f", seconds) + " s:");
        lines.add(Counted.of(sum.rows(), "row") + ": " + sum.changed() + " change, " + sum.newlyHeld() + " newly held, "
                + sum.newlyTaken() + " newly taken, " + sum.lost() + " lost.");
        sum.fields().forEach(field -> lines.add("  " + line(field)));
        new TreeMap<>(sum.problems())
                .forEach((code, shift) ->
                        lines.add("  problem " + code + ": " + shift.gone() + " gone, " + shift.fresh() + " new"));
        tried.stream().filter(one -> !one.difference().none()).forEach(one -> lines.addAll(lines(one)));
        return lines;
    }

    private static List<String> lines(Tried tried) {
        RowDifference difference = tried.difference();
        List<String> lines = new ArrayList<>();
        String status = difference.before() == difference.after()
                ? difference.after().word()
                : difference.before().word() + ", would be "
                        + difference.after().word();
        lines.add("Submission " + tried.submission() + ", " + difference.file() + " (" + status + "), "
                + Counted.of(difference.rows(), "row") + ":");
        line(lines, "change", difference.changed());
        line(lines, "newly held", difference.newlyHeld());
        line(lines, "newly taken", difference.newlyTaken());
        line(lines, "lost", difference.lost());
        return lines;
    }

    private static void line(List<String> lines, String what, RowDifference.Places places) {
        if (places.count() > 0) {
            lines.add("  " + places.count() + " " + what + ": " + shown(places.first(), places.count()));
        }
    }

    static String line(FieldChange field) {
        List<String> counts = new ArrayList<>();
        boolean whole = field.field().equals(FieldChange.RECORD);
        add(counts, field.set(), whole ? "new" : "filled");
        add(counts, field.cleared(), whole ? "gone" : "emptied");
        add(counts, field.changed(), "other");
        return field.entity() + (whole ? "" : "." + field.field()) + ": " + String.join(", ", counts) + "; "
                + shown(field.places(), field.count());
    }

    private static void add(List<String> counts, long count, String word) {
        if (count > 0) {
            counts.add(count + " " + word);
        }
    }

    private static String shown(List<Place> places, long count) {
        List<String> texts = places.stream()
                .limit(SHOWN_PLACES)
                .map(place -> place.member() + " row " + place.row())
                .toList();
        return String.join(", ", texts) + (count > texts.size() ? " and " + (count - texts.size()) + " more" : "");
    }
}
