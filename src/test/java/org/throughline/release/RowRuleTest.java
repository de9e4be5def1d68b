package org.throughline.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.throughline.release.IndexEvent.Observation;

/** Cases stand in statuses.csv: index on 2024-01-31, window of 180 days, recipient hope. */
final class RowRuleTest {
    private static final MeasureKey MEASURE = new MeasureKey("cw.m", 1, "child_welfare", "child_welfare", "P180D");
    private static final InForce ALWAYS =
            new InForce(LocalDate.parse("2020-01-01"), Optional.empty(), Optional.empty());
    private static final Standing GOOD = new Standing(true, false, true, false, true);

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/release/statuses.csv", numLinesToSkip = 1)
    void findsWhatMayBeTold(ArgumentsAccessor row) {
        var event = event(
                Observation.valueOf(row.getString(1)),
                standing(row.getString(2)),
                optionalDay(row.getString(3)),
                seen(row.getString(5)));

        var finding = new RowRule(sending(false, words(row.getString(4), "\\|"))).find(event);

        assertThat(finding.status().name()).isEqualTo(row.getString(6));
        assertThat(finding.eventDate()).isEqualTo(optionalDay(row.getString(7)));
        assertThat(finding.reason().map(Withheld::name)).isEqualTo(Optional.ofNullable(row.getString(8)));
    }

    @Test
    void tellsNothingToAVictimServiceProvider() {
        var event = event(Observation.COMPLETE, GOOD, optionalDay("2024-01-01"), seen("dcyf 2024-03-05 disclosure"));

        var finding = new RowRule(sending(true, List.of("dcyf"))).find(event);

        assertThat(finding.reason()).contains(Withheld.VICTIM_SERVICES);
    }

    @Test
    void reliesOnlyOnTheDiscloserThatShowsTheEvent() {
        var event = event(Observation.COMPLETE, GOOD, optionalDay("2024-01-01"), seen("dcyf 2024-03-05 disclosure"));

        var finding = new RowRule(sending(false, List.of("coc", "dcyf"))).find(event);

        assertThat(finding.grounds())
                .extracting(permit -> permit.agreement().id())
                .containsExactly("DSA-dcyf");
    }

    @Test
    void namesNoClientInItsText() {
        var event = event(Observation.COMPLETE, GOOD, optionalDay("2024-01-01"), List.of());

        var finding = new RowRule(sending(false, List.of("dcyf"))).find(event);

        assertThat(List.of(event, finding, OutcomeRows.of(List.of(finding)), Accounting.of(List.of(finding))))
                .asString()
                .doesNotContain("K-4711");
    }

    private static IndexEvent event(
            Observation observation, Standing standing, Optional<LocalDate> start, List<SeenEvent> seen) {
        return new IndexEvent(
                MEASURE,
                "K-4711",
                Optional.of(1L),
                start,
                LocalDate.parse("2024-01-31"),
                LocalDate.parse("2024-07-29"),
                observation,
                optionalDay("2024-12-31"),
                standing,
                new ClientFacts(List.of(), Optional.empty(), Optional.empty()),
                seen);
    }

    private static Sending sending(boolean victimServices, List<String> permitted) {
        var agreements = permitted.stream()
                .map(discloser -> new Agreement(
                        "DSA-" + discloser,
                        discloser,
                        "hope",
                        Sending.PURPOSE,
                        LocalDate.parse("2020-01-01"),
                        ALWAYS,
                        OutcomeFormat.CSV,
                        "statute"))
                .toList();
        var rules = permitted.stream().map(RowRuleTest::rule).toList();
        return new Sending(
                new Recipient("hope", ZoneId.of("America/New_York"), victimServices, "no account", true),
                Instant.parse("2025-01-10T12:00:00Z"),
                new ReleasePolicy(agreements, rules, 18),
                Map.of("child_welfare", Set.of("dcyf", "coc")));
    }

    private static PolicyRule rule(String discloser) {
        return new PolicyRule(
                "PR-" + discloser,
                "DSA-" + discloser,
                "child_welfare",
                Set.of("cw.m"),
                EventDetail.MONTH,
                false,
                "statute",
                ALWAYS,
                Optional.empty());
    }

    private static Standing standing(String fault) {
        var word = Optional.ofNullable(fault).orElse("");
        return new Standing(
                !word.equals("unserved"),
                word.equals("victim"),
                !word.equals("unsearchable"),
                word.equals("review"),
                !word.equals("moved"));
    }

    private static List<SeenEvent> seen(String text) {
        return words(text, ";").stream()
                .map(one -> one.split(" "))
                .map(one -> new SeenEvent(one[0], LocalDate.parse(one[1]), one[2].equals("disclosure")))
                .toList();
    }

    private static List<String> words(String text, String separator) {
        return Stream.ofNullable(text)
                .flatMap(all -> Arrays.stream(all.split(separator)))
                .toList();
    }

    private static Optional<LocalDate> optionalDay(String text) {
        return Optional.ofNullable(text).map(LocalDate::parse);
    }
}
