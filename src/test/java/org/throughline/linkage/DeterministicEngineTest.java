package org.throughline.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.linkage.TestClients.TODAY;
import static org.throughline.linkage.TestClients.client;
import static org.throughline.linkage.TestClients.pair;
import static org.throughline.linkage.TestClients.ref;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DeterministicEngineTest {
    private static final String ANA = "first=Ana; last=Cruz; born=1990-05-17; ";
    private static final String SSN = "ssn=219097654; ";
    private static final String OTHER_SSN = "ssn=321547698; ";

    private final LinkageEngine engine = new DeterministicEngine();

    @Test
    void sendsAClientWhoFitsTwoOthersToReview() {
        var found = link(client("harborlight/1", ANA), client("dcyf/2", ANA + SSN), client("coc/3", ANA + OTHER_SSN));

        assertThat(clients(found)).containsExactly("coc/3", "dcyf/2", "harborlight/1");
        assertThat(found.comparisons()).hasSize(3).allMatch(comparison -> comparison.decision() == Decision.REVIEW);
    }

    @Test
    void joinsAllWhereNothingContradicts() {
        var found = link(client("harborlight/1", ANA), client("dcyf/2", ANA + SSN), client("coc/3", ANA + SSN));

        assertThat(clients(found)).containsExactly("coc/3+dcyf/2+harborlight/1");
    }

    @Test
    void keepsStrongLinksWhereAWeakOneContradicts() {
        var found = link(
                client("harborlight/1", ANA + SSN),
                client("dcyf/2", ANA + SSN),
                client("coc/3", "first=Ana; last=Cruz; ssn=321547698; born=1990-05-17; phone=4125550182"),
                client("bridgeway/4", "first=Ana; last=Cruz; born=1990-05-17; phone=4125550182"));

        assertThat(clients(found)).contains("dcyf/2+harborlight/1", "bridgeway/4+coc/3");
    }

    @Test
    void doesNotChooseBetweenTwoRecordsOfOneSender() {
        var found = link(client("harborlight/1", ANA), client("dcyf/2", ANA), client("dcyf/3", ANA));

        assertThat(clients(found)).containsExactly("dcyf/2", "dcyf/3", "harborlight/1");
        assertThat(found.comparisons())
                .extracting(Comparison::reason)
                .containsOnly("Several records of one sender share this name and birth date.");
    }

    @Test
    void linksThroughDuplicatesOfOneSenderThatAreSurelyTheSame() {
        var found = link(client("harborlight/1", ANA), client("dcyf/2", ANA + SSN), client("dcyf/3", ANA + SSN));

        assertThat(clients(found)).containsExactly("dcyf/2+dcyf/3+harborlight/1");
    }

    @Test
    void takesANumberCarriedByManyForAPlaceholder() {
        var records = new ArrayList<ClientIdentifiers>();
        for (var first : List.of("Ana", "Owen", "Tobias", "Mila")) {
            records.add(client("harborlight/" + first, "last=Reed; first=" + first + "; " + SSN));
            records.add(client("dcyf/" + first, "last=Reed; first=" + first + "; " + SSN));
        }

        assertThat(engine.link(records, List.of(), TODAY).clients()).hasSize(8);
        assertThat(engine.link(records.subList(0, 6), List.of(), TODAY).clients())
                .hasSize(3);
    }

    @Test
    void doesNotTakeSpellingsOfOneNameForManyPeople() {
        var records = Stream.of("Christopher", "Chris", "Kristopher", "Kris", "Christofer")
                .map(first -> client(
                        "harborlight" + first.length() + first.charAt(0) + "/1",
                        "born=1990-05-17; last=Reed; first=" + first + "; " + SSN))
                .toList();

        assertThat(engine.link(records, List.of(), TODAY).clients()).hasSize(1);
    }

    @Test
    void rulingsOverrideRules() {
        var records =
                List.of(client("harborlight/1", ANA + SSN), client("dcyf/2", ANA + SSN), client("coc/3", "last=X"));

        var found = engine.link(
                records,
                List.of(
                        ruling(1, RulingKind.NEVER, "harborlight/1", "dcyf/2"),
                        ruling(2, RulingKind.ALWAYS, "harborlight/1", "coc/3")),
                TODAY);

        assertThat(clients(found)).containsExactly("coc/3+harborlight/1", "dcyf/2");
        assertThat(found.comparisons())
                .extracting(Comparison::decision)
                .containsExactlyInAnyOrder(Decision.NO_LINK, Decision.LINK);
    }

    @Test
    void joinsWhatTheSenderMergedAndSendsToReviewWhatThenContradicts() {
        var found = linkMerged(
                List.of(
                        client("harborlight/1", ANA + SSN),
                        client("harborlight/2", ANA + OTHER_SSN),
                        client("harborlight/3", "last=X"),
                        client("dcyf/4", ANA + SSN),
                        client("dcyf/5", "first=Ana")),
                merge("harborlight/1", "harborlight/2"),
                merge("harborlight/3", "harborlight/2"));

        assertThat(clients(found)).containsExactly("dcyf/4", "dcyf/5", "harborlight/1+harborlight/2+harborlight/3");
        assertThat(found.comparisons())
                .filteredOn(comparison -> comparison.pair().equals(pair("dcyf/4", "harborlight/1")))
                .allMatch(comparison -> comparison.decision() == Decision.REVIEW)
                .hasSize(1);
        assertThat(found.clients().get(2).members())
                .allMatch(member -> member.searchable() && member.grade() == Grade.DISCLOSURE);
    }

    @Test
    void takesMergedRecordsForOneBesideTheSameNameElsewhere() {
        var records = List.of(client("dcyf/2", ANA), client("dcyf/3", ANA), client("harborlight/1", ANA));

        var found = linkMerged(records, merge("dcyf/3", "dcyf/2"));

        assertThat(clients(found)).containsExactly("dcyf/2+dcyf/3+harborlight/1");
        assertThat(clients(link(records.toArray(ClientIdentifiers[]::new)))).hasSize(3);
    }

    private Partition linkMerged(List<ClientIdentifiers> records, StatedMerge... merges) {
        var stated = ClientMerges.of(List.of(merges), any -> true, List.of());
        return engine.link(new Known(records, List.of(), stated, List.of(), List.of()), TODAY);
    }

    private static StatedMerge merge(String merged, String survivor) {
        return new StatedMerge(ref(survivor), ref(merged), Instant.EPOCH);
    }

    @Test
    void neverHoldsThroughAThirdRecord() {
        var records =
                List.of(client("harborlight/1", ANA + SSN), client("dcyf/2", ANA + SSN), client("coc/3", ANA + SSN));

        var found = engine.link(records, List.of(ruling(1, RulingKind.NEVER, "harborlight/1", "dcyf/2")), TODAY);

        assertThat(clients(found)).containsExactly("coc/3", "dcyf/2", "harborlight/1");
        assertThat(found.comparisons())
                .filteredOn(comparison -> comparison.decision() == Decision.REVIEW)
                .hasSize(2)
                .allMatch(comparison -> comparison.reason().contains("a ruling keeps them apart"));
    }

    @Test
    void reportsContradictingRulingsInsteadOfGuessing() {
        var records = List.of(client("harborlight/1", ""), client("dcyf/2", ""), client("coc/3", ""));
        var rulings = List.of(
                ruling(1, RulingKind.ALWAYS, "harborlight/1", "dcyf/2"),
                ruling(2, RulingKind.ALWAYS, "dcyf/2", "coc/3"),
                ruling(3, RulingKind.NEVER, "harborlight/1", "coc/3"));

        var found = engine.link(records, rulings, TODAY);

        assertThat(found.clients()).hasSize(3);
        assertThat(found.comparisons())
                .filteredOn(comparison -> comparison.reason().startsWith("The rulings contradict each other"))
                .hasSize(2);
    }

    @Test
    void gradesARecordByTheWeakestStepToTheOthers() {
        var found = link(client("harborlight/1", ANA + SSN), client("dcyf/2", ANA + SSN), client("coc/3", ANA));
        var paths = new LinkPaths(found.comparisons());

        assertThat(found.clients().get(0).members())
                .extracting(Partition.Member::grade)
                .containsOnly(Grade.ANALYTIC);
        assertThat(paths.linkGrade(ref("harborlight/1"), ref("dcyf/2"))).isEqualTo(Grade.DISCLOSURE);
        assertThat(paths.linkGrade(ref("harborlight/1"), ref("coc/3"))).isEqualTo(Grade.ANALYTIC);
        assertThat(paths.linkGrade(ref("harborlight/1"), ref("coc/9"))).isEqualTo(Grade.NONE);
    }

    @Test
    void saysWhyARecordCannotBeSearched() {
        var found = link(client("harborlight/1", "first=Ana; ssn=555555555; born=1990-05-17; born_quality=9"));
        var member = found.clients().get(0).members().get(0);

        assertThat(member.searchable()).isFalse();
        assertThat(member.reason())
                .isEqualTo("Too few identifiers to be searched: birth date quality code, SSN invalid.");
    }

    @Test
    void namesNoValue() {
        var record = client("harborlight/1", ANA + SSN);
        var found = link(record, client("dcyf/2", ANA + SSN));

        assertThat(found + " " + record + " " + Identity.of(record, TODAY))
                .doesNotContainIgnoringCase("ana")
                .doesNotContainIgnoringCase("cruz")
                .doesNotContain("219097654", "1990-05-17");
    }

    private Partition link(ClientIdentifiers... records) {
        return engine.link(List.of(records), List.of(), TODAY);
    }

    private static List<String> clients(Partition found) {
        return found.clients().stream()
                .map(client -> String.join(
                        "+",
                        client.members().stream()
                                .map(member -> member.ref().sender() + "/"
                                        + member.ref().key())
                                .toList()))
                .toList();
    }

    private static Ruling ruling(long number, RulingKind kind, String one, String other) {
        return new Ruling(number, kind, pair(one, other), "reviewer", "Seen both files.", Instant.EPOCH);
    }
}
