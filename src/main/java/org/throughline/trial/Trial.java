package org.throughline.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.throughline.intake.Counts;
import org.throughline.intake.MemberReport;
import org.throughline.intake.Progress;
import org.throughline.intake.Settling;
import org.throughline.intake.Submission;
import org.throughline.intake.SubmissionReading;
import org.throughline.mapping.Mapping;

/**
 * Tries files against a mapping: reads and maps them with intake's own code and decides them as intake would, but stores
 * nothing and needs no database. Memory grows by some hundred bytes per record.
 */
public final class Trial {
    private final Mapping mapping;

    /** Trials against this mapping. */
    public Trial(Mapping mapping) {
        this.mapping = mapping;
    }

    /** Tries one file; the watcher sees every record. */
    public TrialResult run(TrialFile file, TrialWatcher watcher, Progress progress) {
        TrialLoad load = new TrialLoad(watcher, file.lastRows());
        Settling terms = new SubmissionReading(submission(file), mapping, load, progress).read(file.path(), Set.of());
        load.settle(terms);
        List<MemberReport> members = new ArrayList<>(load.members());
        Counts counts = members.stream().map(MemberReport::counts).reduce(Counts.NONE, Counts::plus);
        members.addAll(terms.notTaken());
        return new TrialResult(
                mapping.id(),
                file.name(),
                load.status(),
                terms.period(),
                counts,
                members,
                load.problems(),
                new OnlyTheHubKnows(terms, counts, file.lastRows()).sentences(load));
    }

    private Submission submission(TrialFile file) {
        try {
            return file.submission(mapping.id());
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read", e);
        }
    }
}
