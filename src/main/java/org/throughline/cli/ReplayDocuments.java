package org.throughline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.throughline.intake.ReplayReport;

/** What a replay changes, as a document and as lines. */
final class ReplayDocuments {

    private ReplayDocuments() {}

    static Document document(ReplayReport report) {
        return Document.of("changes", report.changes())
                .with(
                        "submissions",
                        report.lines().stream().map(ReplayDocuments::document).toList())
                .with(
                        "told_differently",
                        report.told().stream()
                                .map(told -> Document.of("kind", told.kind())
                                        .with("name", told.name())
                                        .with("before", told.before())
                                        .with("after", told.after())
                                        .map())
                                .toList());
    }

    private static Map<String, Object> document(ReplayReport.Line line) {
        return Document.of("submission", line.submission())
                .with("file", line.file())
                .with("asked", line.asked())
                .with("version_before", line.versionBefore())
                .with("version_after", line.versionAfter())
                .with("status_before", line.statusBefore())
                .with("status_after", line.statusAfter())
                .with("changed", line.changed())
                .with("begun", line.begun())
                .with("lost", line.lost())
                .with("newly_held", line.newlyHeld())
                .with("newly_accepted", line.newlyAccepted())
                .map();
    }

    static List<String> lines(ReplayReport report, String verb) {
        List<String> lines = new ArrayList<>();
        report.lines().forEach(line -> lines.add(line(line)));
        report.told()
                .forEach(told ->
                        lines.add(told.kind() + " " + told.name() + ": " + told.before() + " -> " + told.after()));
        lines.add(Counted.of(report.lines().size(), "submission") + " read again; " + verb + ": "
                + Counted.of(sum(report, ReplayReport.Line::changed), "record")
                + " otherwise, " + sum(report, ReplayReport.Line::begun) + " new, "
                + sum(report, ReplayReport.Line::lost) + " lost, "
                + Counted.of(sum(report, ReplayReport.Line::newlyHeld), "row") + " newly held, "
                + sum(report, ReplayReport.Line::newlyAccepted) + " newly accepted; "
                + Counted.of(report.changes(), "change") + " in all.");
        return lines;
    }

    private static long sum(ReplayReport report, java.util.function.ToLongFunction<ReplayReport.Line> what) {
        return report.lines().stream().mapToLong(what).sum();
    }

    private static String line(ReplayReport.Line line) {
        String version = line.versionBefore() == line.versionAfter()
                ? "version " + line.versionAfter()
                : "version " + line.versionBefore() + " -> " + line.versionAfter();
        String status = line.statusBefore().equals(line.statusAfter())
                ? line.statusAfter()
                : line.statusBefore() + " -> " + line.statusAfter();
        return "submission " + line.submission() + ", " + line.file() + ": " + version + ", " + status + ", "
                + line.changed() + " otherwise, " + line.begun() + " new, " + line.lost() + " lost, " + line.newlyHeld()
                + " newly held, " + line.newlyAccepted() + " newly accepted"
                + (line.asked() ? "" : " (came after one that was asked for)");
    }
}
