package org.throughline.trial;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.throughline.intake.Counts;
import org.throughline.intake.MemberReport;
import org.throughline.intake.ProblemReport;
import org.throughline.intake.SubmissionStatus;
import org.throughline.problem.Place;

/**
 * What a trial found as one page for the sender, who may see the values of the own file. Loads nothing from elsewhere and
 * runs no script.
 */
public final class TrialPage {
    private static final String STYLE = """
        body{font-family:system-ui,sans-serif;line-height:1.45;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
        table{border-collapse:collapse;width:100%;margin:1rem 0}
        th,td{border:1px solid #bbb;padding:.4rem .6rem;text-align:left;vertical-align:top}
        th{background:#f0f0f0} td.n{text-align:right} code{background:#f4f4f4;padding:0 .2rem}
        .ok{border-left:.4rem solid #2e7d32;padding-left:.8rem} .bad{border-left:.4rem solid #b3261e;padding-left:.8rem}
        details{margin-top:.3rem}
        """;

    private final TrialResult result;
    private final StringBuilder page = new StringBuilder();

    private TrialPage(TrialResult result) {
        this.result = result;
    }

    /** Writes the page in UTF-8. */
    public static void write(TrialResult result, OutputStream out) throws IOException {
        out.write(new TrialPage(result).text().getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                + " 'unsafe-inline'\">\n");
        element("title", "Check of " + result.file());
        page.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
        element("h1", "Check of " + result.file());
        verdict();
        counts();
        problems();
        if (!result.unknown().isEmpty()) {
            element("h2", "What only the hub can tell");
            result.unknown().forEach(sentence -> element("p", sentence));
        }
        return page.append("</body>\n</html>\n").toString();
    }

    private void verdict() {
        page.append("<div class=\"").append(result.clean() ? "ok" : "bad").append("\">\n");
        element("p", verdictText());
        element(
                "p",
                "Checked under the mapping " + result.mapping() + ". Nothing was sent or stored."
                        + result.period()
                                .map(period -> " The file covers " + period.from() + " to " + period.to() + ".")
                                .orElse(""));
        page.append("</div>\n");
    }

    private String verdictText() {
        if (result.status() == SubmissionStatus.REJECTED) {
            return "The hub would refuse this file.";
        }
        if (result.status() == SubmissionStatus.HELD) {
            return "The hub would hold this whole file until it is mended or somebody releases it.";
        }
        return result.clean()
                ? "The hub would load this file."
                : "The hub would load this file, but not all of its records.";
    }

    private void counts() {
        element("h2", "Records");
        page.append("<table>\n");
        row("th", List.of("File", "Records", "Accepted", "Unchanged", "Held", "Rejected", "Waiting"));
        result.members().forEach(member -> row("td", cells(member)));
        if (result.members().size() > 1) {
            row("td", cells("All", OptionalLong.of(result.records().read()), result.records()));
        }
        page.append("</table>\n");
        element(
                "p",
                "Accepted: taken over. Unchanged: says nothing new. Held: must be corrected or ruled on. Rejected: can"
                        + " never be valid. Waiting: refers to a record that is not in this file.");
    }

    private static List<String> cells(MemberReport member) {
        return member.taken()
                ? cells(member.file(), member.records(), member.counts())
                : List.of(
                        member.file() + " (not taken: " + member.reason().orElse("") + ")",
                        member.records().isPresent() ? number(member.records().getAsLong()) : "?",
                        "",
                        "",
                        "",
                        "",
                        "");
    }

    private static List<String> cells(String name, OptionalLong records, Counts counts) {
        List<String> cells = new ArrayList<>(List.of(name, number(records.orElse(counts.read()))));
        for (long count :
                new long[] {counts.accepted(), counts.unchanged(), counts.held(), counts.rejected(), counts.waiting()
                }) {
            cells.add(number(count));
        }
        return cells;
    }

    private void problems() {
        element("h2", "Problems");
        if (result.problems().isEmpty()) {
            element("p", "None.");
            return;
        }
        page.append("<table>\n");
        row("th", List.of("Error", "Rows", "Guidance"));
        result.problems().forEach(this::problem);
        page.append("</table>\n");
    }

    private void problem(TrialProblem problem) {
        ProblemReport report = problem.report();
        page.append("<tr><td>");
        element("strong", report.code());
        page.append(" (").append(escaped(report.level().replace('_', ' '))).append(")<br>");
        page.append(escaped(report.message()));
        page.append("<details><summary>Where</summary><ul>\n");
        for (TrialProblem.Told told : problem.told()) {
            element("li", place(told.place()) + told.text());
        }
        page.append("</ul></details></td><td class=\"n\">");
        page.append(report.rows() == 0 ? "" : number(report.rows())).append("</td><td>");
        page.append(escaped(report.guidance())).append("</td></tr>\n");
    }

    private static String place(Place place) {
        String row = place.row() > 0 ? "row " + place.row() : place.line() > 0 ? "line " + place.line() : "";
        String where = (place.member() + " " + row).strip();
        return where.isEmpty() ? "" : where + ": ";
    }

    private void row(String cell, List<String> texts) {
        page.append("<tr>");
        for (int i = 0; i < texts.size(); i++) {
            page.append('<').append(cell).append(cell.equals("td") && i > 0 ? " class=\"n\">" : ">");
            page.append(escaped(texts.get(i))).append("</").append(cell).append('>');
        }
        page.append("</tr>\n");
    }

    private void element(String name, String text) {
        page.append('<').append(name).append('>').append(escaped(text));
        page.append("</").append(name).append(">\n");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Nothing that a sender wrote can become markup. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
