package org.throughline.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.testing.SetupFiles;

final class SetupPlanTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 6);
    private static final ReviewedSetup NOTHING = new ReviewedSetup(List.of(), List.of(), List.of());

    @TempDir
    Path home;

    private ReviewedSetup files;

    @BeforeEach
    void readFiles() throws IOException {
        SetupReview review =
                new SetupFolder(List.of(SetupFiles.sound()), SetupFiles.surroundings(home)).review(SetupScope.all());
        assertThat(review.problems()).isEmpty();
        files = review.files();
    }

    @Test
    void changesNothingWhereTheFilesSayWhatHolds() {
        assertThat(SetupPlan.between(files, files, TODAY).isEmpty()).isTrue();
    }

    @Test
    void namesEveryFactOfWhatIsNew() {
        SetupPlan plan = SetupPlan.between(NOTHING, files, TODAY);

        assertThat(plan.writes()).isEqualTo(files);
        assertThat(plan.changes())
                .extracting(SetupChange::sentence)
                .contains(
                        "partner harborlight: feed participants due becomes every week on MON by 06:00"
                                + " America/New_York, grace PT12H.",
                        "partner dcyf: feed reports completes becomes child_welfare.",
                        "agreement DSA-1: in force to becomes 2027-12-31.",
                        "policy rule PR-1: consent becomes required.");
    }

    @Test
    void endsAnAgreementWhoseFileIsGone() {
        SetupPlan plan =
                SetupPlan.between(files, new ReviewedSetup(files.partners(), List.of(), files.policies()), TODAY);

        assertThat(plan.changes())
                .extracting(SetupChange::sentence)
                .containsExactly("agreement DSA-1: terminated on becomes 2026-10-06.");
        assertThat(plan.writes().agreements().get(0).terminatedOn()).contains(TODAY);
    }

    @Test
    void withdrawsARuleWhoseFileIsGoneOnceOnly() {
        ReviewedSetup gone = new ReviewedSetup(files.partners(), files.agreements(), List.of());
        SetupPlan plan = SetupPlan.between(files, gone, TODAY);
        ReviewedSetup after = new ReviewedSetup(
                files.partners(), files.agreements(), plan.writes().policies());

        assertThat(plan.changes())
                .extracting(SetupChange::sentence)
                .containsExactly("policy rule PR-1: withdrawn on becomes 2026-10-06.");
        assertThat(SetupPlan.between(after, gone, TODAY.plusDays(1)).isEmpty()).isTrue();
    }

    @Test
    void letsAWithdrawnRuleHoldAgainWhenItsFileIsBack() {
        ReviewedSetup gone = new ReviewedSetup(files.partners(), files.agreements(), List.of());
        ReviewedSetup withdrawn = new ReviewedSetup(
                files.partners(),
                files.agreements(),
                SetupPlan.between(files, gone, TODAY).writes().policies());

        assertThat(SetupPlan.between(withdrawn, files, TODAY).changes())
                .extracting(SetupChange::sentence)
                .containsExactly("policy rule PR-1: withdrawn on changes from 2026-10-06 to nothing.");
    }

    @Test
    void stopsTheFeedsOfAPartnerWhoseFileIsGone() {
        ReviewedSetup gone = new ReviewedSetup(files.partners().subList(0, 1), files.agreements(), files.policies());

        assertThat(SetupPlan.between(files, gone, TODAY).changes())
                .extracting(SetupChange::sentence)
                .containsExactly(
                        "partner harborlight: feed participants status changes from live to stopped.",
                        "partner harborlight: feed consents status changes from testing to stopped.");
    }

    @Test
    void leavesAloneWhatTheFilesOfSomePartnersDoNotName() {
        ReviewedSetup own = new ReviewedSetup(files.partners().subList(1, 2), List.of(), List.of());

        assertThat(SetupPlan.ofSome(files, own, TODAY).changes()).isEmpty();
    }

    @Test
    void letsAnAgreementWaitUntilBothPartnersAreSetUp() {
        ReviewedSetup own = new ReviewedSetup(files.partners().subList(1, 2), files.agreements(), files.policies());
        SetupPlan alone = SetupPlan.ofSome(NOTHING, own, TODAY);
        ReviewedSetup other = new ReviewedSetup(files.partners().subList(0, 1), List.of(), List.of());

        assertThat(alone.waiting()).extracting(Agreement::agreement).containsExactly("DSA-1");
        assertThat(alone.writes().partners()).isEqualTo(own.partners());
        assertThat(alone.writes().agreements()).isEmpty();
        assertThat(alone.writes().policies()).isEmpty();
        assertThat(SetupPlan.ofSome(other, own, TODAY).waiting()).isEmpty();
        assertThat(SetupPlan.ofSome(other, own, TODAY).writes()).isEqualTo(own);
    }
}
