package org.throughline.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.throughline.intake.Counts;
import org.throughline.intake.Settling;
import org.throughline.intake.SubmissionStatus;
import org.throughline.mapping.SnapshotLimit;
import org.throughline.problem.ProblemCode;

/** What a trial cannot tell because only the hub knows it, in plain words: never a guess. */
final class OnlyTheHubKnows {
    private static final long MANY = 1_000;

    private final Settling terms;
    private final Counts counts;
    private final long lastRows;

    OnlyTheHubKnows(Settling terms, Counts counts, long lastRows) {
        this.terms = terms;
        this.counts = counts;
        this.lastRows = lastRows;
    }

    List<String> sentences(TrialLoad load) {
        List<String> sentences = new ArrayList<>();
        if (counts.accepted() > 0) {
            sentences.add("Which records the hub knows already is not known here: of the " + number(counts.accepted())
                    + " accepted, those become unchanged.");
        }
        if (counts.waiting() > 0) {
            sentences.add("Which records the hub holds from earlier files is not known here: the "
                    + number(counts.waiting()) + " waiting refer to records that are not in this file; they are"
                    + " accepted if the hub holds those, and wait if it does not.");
        }
        if (terms.snapshot() && load.status() == SubmissionStatus.LOADED) {
            sentences.add(snapshot(terms.receive().limit()));
        }
        if (load.problems().stream()
                .anyMatch(problem -> problem.report().code().equals(ProblemCode.COLUMN_GONE.name()))) {
            sentences.add(
                    "Which columns the file before had is not known here: the hub tells that a column is gone with"
                            + " the first file of a feed, and where the file before still had it.");
        }
        if (lastRows == 0 && asksForLastRows(load.bad())) {
            sentences.add("How many records the last file held is not known here, and the rule of this feed asks for"
                    + " it; name the number with --last-rows.");
        }
        return sentences;
    }

    private static String snapshot(SnapshotLimit limit) {
        return "What this file leaves out is not known here: it is a snapshot, so what the hub holds and the file does"
                + " not is ended. More than " + limit.records() + " records or " + percent(limit)
                + " % of a kind, whichever is more, need a person's yes, and the file is held until then.";
    }

    private static String percent(SnapshotLimit limit) {
        double percent = limit.percent();
        return percent == Math.rint(percent) ? Long.toString(Math.round(percent)) : Double.toString(percent);
    }

    /** Whether a last file of some other length would change the answer. */
    private boolean asksForLastRows(long bad) {
        long rows = counts.read();
        boolean first = terms.receive().holdFileIf().holds(rows, bad, 0);
        return first != terms.receive().holdFileIf().holds(rows, bad, rows)
                || first != terms.receive().holdFileIf().holds(rows, bad, 1)
                || first != terms.receive().holdFileIf().holds(rows, bad, (rows + 1) * MANY);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
