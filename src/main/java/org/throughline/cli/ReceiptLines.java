package org.throughline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.throughline.intake.ControlTotal;
import org.throughline.intake.Counts;
import org.throughline.intake.MemberReport;
import org.throughline.intake.ProblemReport;
import org.throughline.intake.Receipt;
import org.throughline.problem.Place;

/** A receipt for people who read it on a screen. */
final class ReceiptLines {
    private static final int SHOWN_PLACES = 5;

    private final Receipt receipt;
    private final List<Path> files;

    ReceiptLines(Receipt receipt, List<Path> files) {
        this.receipt = receipt;
        this.files = files;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Submission " + receipt.submission() + " of " + receipt.feed() + " is "
                + receipt.status().word()
                + receipt.duplicateOf()
                        .map(earlier -> ": the same bytes came as submission " + earlier)
                        .orElse("")
                + ".");
        receipt.period().ifPresent(period -> lines.add("Period " + period.from() + " to " + period.to() + "."));
        lines.add(counts(receipt.records())
                + (receipt.closed() == 0 ? "" : "; " + Counted.of(receipt.closed(), "earlier record") + " ended")
                + ".");
        if (receipt.members().size() > 1) {
            receipt.members().forEach(member -> lines.add("  " + member(member)));
        }
        receipt.totals().forEach(total -> lines.add("  " + total(total)));
        receipt.problems().forEach(problem -> lines.addAll(problem(problem)));
        if (!receipt.purged().isEmpty()) {
            lines.add(purged(receipt, "It was"));
        }
        receipt.earlier()
                .filter(earlier -> !earlier.purged().isEmpty())
                .ifPresent(earlier -> lines.add(purged(earlier, "The earlier submission was")));
        files.forEach(file -> lines.add("Receipt: " + file));
        return lines;
    }

    private static String purged(Receipt receipt, String what) {
        return what + " purged at the end of its retention and cannot be read again: retention proof "
                + receipt.submission() + ".";
    }

    static String counts(Counts counts) {
        return Counted.of(counts.read(), "record") + ": " + counts.accepted() + " accepted, " + counts.unchanged()
                + " unchanged, " + counts.held() + " held, " + counts.rejected() + " rejected, " + counts.waiting()
                + " waiting";
    }

    static String member(MemberReport member) {
        return member.file() + "  "
                + (member.taken()
                        ? counts(member.counts())
                        : records(member.records()) + " not taken: "
                                + member.reason().orElse(""));
    }

    private static String records(OptionalLong records) {
        return records.isPresent() ? Counted.of(records.getAsLong(), "record") : "records that cannot be counted,";
    }

    static String total(ControlTotal total) {
        String agrees = total.agrees()
                .map(agreed -> agreed ? ", agrees" : ", DISAGREES")
                .orElse(", not stated");
        return total.name()
                + total.stated().map(stated -> "  stated " + stated).orElse("")
                + total.found().map(found -> "  found " + found).orElse("")
                + agrees;
    }

    static List<String> problem(ProblemReport problem) {
        List<String> lines = new ArrayList<>();
        lines.add(problem.level() + " " + problem.code() + ", " + Counted.of(problem.rows(), "row") + ": "
                + problem.message());
        lines.add("  " + problem.guidance());
        problem.places().stream()
                .filter(ReceiptLines::tells)
                .limit(SHOWN_PLACES)
                .map(ReceiptLines::place)
                .forEach(lines::add);
        return lines;
    }

    /** What is wrong with a whole file stands nowhere in it. */
    private static boolean tells(Place place) {
        return !place.member().isEmpty() || place.row() > 0 || !place.column().isEmpty();
    }

    private static String place(Place place) {
        StringBuilder text = new StringBuilder("  at ").append(place.member());
        if (place.row() > 0) {
            text.append(" row ").append(place.row());
        }
        return text.append(place.column().isEmpty() ? "" : " column " + place.column())
                .toString();
    }
}
