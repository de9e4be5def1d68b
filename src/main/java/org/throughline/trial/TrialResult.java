package org.throughline.trial;

import java.util.List;
import java.util.Optional;
import org.throughline.intake.Counts;
import org.throughline.intake.MemberReport;
import org.throughline.intake.SubmissionStatus;
import org.throughline.mapping.Period;

/**
 * What would become of a file, as far as that can be told without the hub.
 *
 * @param status loaded, held or rejected as a whole
 * @param unknown what only the hub knows, in plain words
 */
public record TrialResult(
        String mapping,
        String file,
        SubmissionStatus status,
        Optional<Period> period,
        Counts records,
        List<MemberReport> members,
        List<TrialProblem> problems,
        List<String> unknown) {

    public TrialResult {
        members = List.copyOf(members);
        problems = List.copyOf(problems);
        unknown = List.copyOf(unknown);
    }

    /** True where nothing is left for anybody to mend. */
    public boolean clean() {
        return status == SubmissionStatus.LOADED && records.held() == 0 && records.rejected() == 0;
    }
}
