package org.throughline.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.linkage.TestClients.TODAY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class LinkagePropertyTest {
    static final List<Long> SEEDS = new Random(7305).longs(30).boxed().toList();

    private final LinkageEngine engine = new DeterministicEngine();

    @ParameterizedTest
    @FieldSource("SEEDS")
    void orderOfInputNeverMatters(long seed) {
        var random = new RandomClients(seed);
        var records = random.some(60);
        var rulings = random.rulings(records, 6);
        var shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, new Random(seed));
        var shuffledRulings = new ArrayList<>(rulings);
        Collections.reverse(shuffledRulings);

        assertThat(engine.link(shuffled, shuffledRulings, TODAY)).isEqualTo(engine.link(records, rulings, TODAY));
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void everyRecordIsInOneClientAndRulingsHold(long seed) {
        var random = new RandomClients(seed);
        var records = random.some(60);
        var rulings = random.rulings(records, 10);
        var found = engine.link(records, rulings, TODAY);
        var clientOf = clientOf(found);

        assertThat(clientOf).hasSize(records.size());
        rulings.stream()
                .filter(ruling -> ruling.kind() == RulingKind.NEVER)
                .forEach(ruling -> assertThat(clientOf.get(ruling.pair().a()))
                        .isNotEqualTo(clientOf.get(ruling.pair().b())));
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void noClientHoldsContradictingRecords(long seed) {
        var records = new RandomClients(seed).some(80);
        var found = engine.link(records, List.of(), TODAY);
        var identities = FrequencyGuard.apply(
                        records.stream().map(raw -> Identity.of(raw, TODAY)).toList())
                .stream()
                .collect(Collectors.toMap(Identity::ref, identity -> identity));
        assertThat(found.clients()).as("some records are linked").hasSizeLessThan(records.size());

        for (var client : found.clients()) {
            var ssns = client.members().stream()
                    .map(member -> identities.get(member.ref()).ssn().full())
                    .filter(ssn -> !ssn.isEmpty())
                    .distinct()
                    .toList();
            for (var ssn : ssns) {
                assertThat(ssns).allMatch(other -> other.equals(ssn) || Digits.isTypingError(other, ssn));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void rulingNeverAndTakingItBackIsIdentity(long seed) {
        var records = new RandomClients(seed).some(90);
        var hub = new Hub(engine);
        hub.run(records, List.of());
        var before = hub.partition();
        var comparisons = hub.comparisons();
        var joined = before.stream().filter(refs -> refs.size() > 1).findFirst().orElseThrow();
        var refs = joined.stream().sorted().toList();
        var pair = ClientPair.of(refs.get(0), refs.get(1));

        hub.run(records, List.of(new Ruling(1, RulingKind.NEVER, pair, "reviewer", "Seeded.", Instant.EPOCH)));
        assertThat(hub.links.get(refs.get(0)).client())
                .isNotEqualTo(hub.links.get(refs.get(1)).client());
        hub.run(records, List.of());

        assertThat(hub.partition()).isEqualTo(before);
        assertThat(hub.comparisons()).isEqualTo(comparisons);
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void secondRunChangesNothing(long seed) {
        var random = new RandomClients(seed);
        var records = random.some(60);
        var rulings = random.rulings(records, 4);
        var hub = new Hub(engine);
        hub.run(records, rulings);

        assertThat(hub.run(records, rulings).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @FieldSource("SEEDS")
    void nightAfterNightEqualsOneRebuild(long seed) {
        var records = new RandomClients(seed).some(90);
        var nightly = new Hub(engine);
        nightly.run(records.subList(0, 40), List.of());
        nightly.run(records.subList(0, 70), List.of());
        nightly.run(records, List.of());
        var rebuilt = new Hub(engine);
        rebuilt.run(records, List.of());

        assertThat(nightly.partition()).isEqualTo(rebuilt.partition());
    }

    private static Map<ClientRef, Integer> clientOf(Partition found) {
        var clientOf = new HashMap<ClientRef, Integer>();
        for (int i = 0; i < found.clients().size(); i++) {
            for (var member : found.clients().get(i).members()) {
                clientOf.put(member.ref(), i);
            }
        }
        return clientOf;
    }
}
