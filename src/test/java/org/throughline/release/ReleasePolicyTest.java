package org.throughline.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.throughline.release.Decision.Permit;
import org.throughline.release.Decision.Withhold;

/** The cases stand in files; the instant is 22:00 in New York, which is the next day in UTC. */
final class ReleasePolicyTest {
    private static final Instant SENDING = Instant.parse("2024-06-15T02:00:00Z");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final InForce THIS_YEAR = new InForce(day("2024-01-01"), Optional.empty(), Optional.empty());
    private static final String NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";
    private static final ClientFacts ADULT =
            new ClientFacts(List.of(), Optional.of(day("1980-02-03")), Optional.empty());

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/release/consents.csv", numLinesToSkip = 1)
    void judgesConsentAtTheInstantOfSending(ArgumentsAccessor row) {
        var consent = new Consent(
                7,
                row.getString(5),
                Set.of(row.getString(6).split("\\|")),
                row.getString(7),
                day(row.getString(1)),
                day(row.getString(2)),
                optionalDay(row.getString(3)),
                Optional.ofNullable(row.getString(4)).map(Instant::parse));
        var client = new ClientFacts(List.of(consent), optionalDay(row.getString(8)), optionalDay(row.getString(9)));

        var decision = policy(rule(row.getString(10), true)).decide(question(row.getString(10)), client);

        assertThat(word(decision)).isEqualTo(row.getString(11));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/release/grounds.csv", numLinesToSkip = 1, ignoreLeadingAndTrailingWhitespace = false)
    void judgesAgreementAndRuleAtTheInstantOfSending(ArgumentsAccessor row) {
        var agreement = new Agreement(
                "DSA-1",
                row.getString(1),
                row.getString(2),
                row.getString(3),
                day(row.getString(4)),
                new InForce(day(row.getString(5)), optionalDay(row.getString(6)), optionalDay(row.getString(7))),
                OutcomeFormat.CSV,
                row.getString(8));
        var rule = new PolicyRule(
                "PR-1",
                row.getString(9),
                row.getString(10),
                Set.of(row.getString(11)),
                EventDetail.MONTH,
                false,
                row.getString(12),
                new InForce(day(row.getString(13)), optionalDay(row.getString(14)), optionalDay(row.getString(15))),
                Optional.ofNullable(row.getString(16)));

        var decision =
                new ReleasePolicy(List.of(agreement), List.of(rule), 18).decide(question(row.getString(17)), ADULT);

        assertThat(word(decision)).isEqualTo(row.getString(18));
    }

    @Test
    void deniesWhereNothingIsSetUp() {
        var decision = new ReleasePolicy(List.of(), List.of(), 18).decide(question("hmis"), ADULT);

        assertThat(decision).isEqualTo(new Withhold(Withheld.NO_AGREEMENT));
    }

    @Test
    void deniesWithoutAnyConsentWhereTheRuleAsksForOne() {
        var decision = policy(rule("hmis", true)).decide(question("hmis"), ADULT);

        assertThat(decision).isEqualTo(new Withhold(Withheld.NO_CONSENT));
    }

    @Test
    void revocationTakesBackTheSameConsentUnderAnotherKey() {
        var first = consent(1, "2024-01-10", Optional.of("2024-05-01T12:00:00Z"));
        var again = consent(2, "2024-01-10", Optional.empty());

        assertThat(decide(first, again)).isEqualTo(new Withhold(Withheld.CONSENT_REVOKED));
    }

    @Test
    void consentSignedAfterARevocationHolds() {
        var first = consent(1, "2024-01-10", Optional.of("2024-05-01T12:00:00Z"));
        var again = consent(2, "2024-05-02", Optional.empty());

        assertThat(((Permit) decide(first, again)).consents()).containsExactly(2L);
    }

    @Test
    void reliesOnTheRuleThatGrantsMostDetail() {
        var month = rule("hmis", false);
        var date = new PolicyRule(
                "PR-2",
                "DSA-1",
                "hmis",
                Set.of("cw.m"),
                EventDetail.DATE,
                false,
                "24 CFR 578",
                THIS_YEAR,
                Optional.empty());

        var decision = policy(month, date).decide(question("hmis"), ADULT);

        assertThat(((Permit) decision).rule().id()).isEqualTo("PR-2");
    }

    @Test
    void keepsAConsentOfAMinorWhereStateLawSetsAnotherAge() {
        var client = new ClientFacts(
                List.of(consent(1, "2024-01-10", Optional.empty())), Optional.of(day("2006-06-13")), Optional.empty());
        var policy = new ReleasePolicy(List.of(agreement()), List.of(rule("hmis", true)), 19);

        assertThat(policy.decide(question("hmis"), client)).isInstanceOf(Permit.class);
    }

    private static Decision decide(Consent... consents) {
        var client = new ClientFacts(List.of(consents), Optional.of(day("1980-02-03")), Optional.empty());
        return policy(rule("hmis", true)).decide(question("hmis"), client);
    }

    private static Consent consent(long id, String signed, Optional<String> revoked) {
        return new Consent(
                id,
                "hope",
                Set.of("hmis"),
                "outcome_feedback",
                day(signed),
                day(signed),
                Optional.empty(),
                revoked.map(Instant::parse));
    }

    private static ReleasePolicy policy(PolicyRule... rules) {
        return new ReleasePolicy(List.of(agreement()), List.of(rules), ReleasePolicy.AGE_OF_OWN_CONSENT);
    }

    private static Agreement agreement() {
        return new Agreement(
                "DSA-1",
                "dcyf",
                "hope",
                "outcome_feedback",
                day("2024-01-01"),
                THIS_YEAR,
                OutcomeFormat.CSV,
                "RCW 26.44");
    }

    private static PolicyRule rule(String dataClass, boolean consentRequired) {
        return new PolicyRule(
                "PR-1",
                "DSA-1",
                dataClass,
                Set.of("cw.m"),
                EventDetail.MONTH,
                consentRequired,
                "RCW 13.50",
                THIS_YEAR,
                Optional.of(NOTICE));
    }

    private static Question question(String dataClass) {
        return new Question("dcyf", "hope", "cw.m", dataClass, "outcome_feedback", SENDING, NEW_YORK);
    }

    private static String word(Decision decision) {
        return decision instanceof Withhold withhold ? withhold.reason().name() : "PERMIT";
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Optional<LocalDate> optionalDay(String text) {
        return Optional.ofNullable(text).map(LocalDate::parse);
    }
}
