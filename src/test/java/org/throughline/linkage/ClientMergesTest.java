package org.throughline.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.linkage.TestClients.pair;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientMergesTest {
    private static final Instant DAY = Instant.parse("2026-10-06T00:00:00Z");

    @Test
    void followsAChainToItsEnd() {
        var merges = merges("A>B", "B>C", "D>D");

        assertThat(merges.inForce()).isEqualTo(Map.of(client("A"), client("C"), client("B"), client("C")));
        assertThat(merges.areOne(client("A"), client("C"))).isTrue();
        assertThat(merges.areOne(client("A"), client("D"))).isFalse();
    }

    @Test
    void goesOnUnderTheFarthestNumberThatHasArrived() {
        assertThat(survivor("A", present("B"), "A>B", "B>C")).isEqualTo("B");
        assertThat(survivor("A", present("C"), "A>B", "B>C")).isEqualTo("C");
        assertThat(survivor("A", present("A"), "A>B", "B>C")).isEqualTo("A");
        assertThat(ClientMerges.of(List.of(merge("A>B")), present("A"), List.of())
                        .standing(merge("A>B")))
                .isEqualTo(MergeStanding.AWAITS_SURVIVOR);
    }

    @Test
    void putsNoMergeOfACircleInForceButThoseThatLeadToIt() {
        var merges = merges("A>B", "B>C", "C>B");

        assertThat(merges.inForce()).isEqualTo(Map.of(client("A"), client("B")));
        assertThat(merges.standing(merge("B>C"))).isEqualTo(MergeStanding.IN_A_CIRCLE);
        assertThat(merges.standing(merge("C>B"))).isEqualTo(MergeStanding.IN_A_CIRCLE);
        assertThat(merges.disputed()).containsOnlyKeys(pair("s/B", "s/C"));
    }

    @Test
    void putsNeitherOfTwoMergesOfOneNumberInForce() {
        var merges = merges("A>B", "A>C", "D>A");

        assertThat(merges.inForce()).isEqualTo(Map.of(client("D"), client("A")));
        assertThat(merges.standing(merge("A>B"))).isEqualTo(MergeStanding.MERGED_TWICE);
    }

    @Test
    void rulingOfNeverTakesItsMergeOutAndSettlesTheContradiction() {
        var merges = ClientMerges.of(stated("A>B", "A>C"), any -> true, List.of(never("A", "B")));

        assertThat(merges.inForce()).isEqualTo(Map.of(client("A"), client("C")));
        assertThat(merges.standing(merge("A>B"))).isEqualTo(MergeStanding.RULED_APART);
    }

    @Test
    void rulingOfNeverBetweenTheEndsTakesTheWholeChainOut() {
        var merges = ClientMerges.of(stated("A>B", "B>C", "X>Y"), any -> true, List.of(never("A", "C")));

        assertThat(merges.inForce()).isEqualTo(Map.of(client("X"), client("Y")));
        assertThat(merges.disputed()).containsOnlyKeys(pair("s/A", "s/B"), pair("s/B", "s/C"));
    }

    /** Against a plain reading of the words: one target, no way back, the farthest that is there. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithAPlainReadingInAnyOrder(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var stated = new ArrayList<StatedMerge>();
            for (int i = 0; i < 1 + random.nextInt(7); i++) {
                stated.add(merge(number(random) + ">" + number(random)));
            }
            var there = new HashSet<ClientRef>();
            "ABCDEF"
                    .chars()
                    .filter(any -> random.nextInt(3) > 0)
                    .forEach(letter -> there.add(client((char) letter + "")));
            var expected = plainly(stated, there::contains);

            assertThat(ClientMerges.of(stated, there::contains, List.of()).inForce())
                    .as("seed %d: %s", seed, stated)
                    .isEqualTo(expected);
            Collections.shuffle(stated, random);
            assertThat(ClientMerges.of(stated, there::contains, List.of()).inForce())
                    .isEqualTo(expected);
        }
    }

    private static Map<ClientRef, ClientRef> plainly(List<StatedMerge> stated, Predicate<ClientRef> present) {
        Map<ClientRef, ClientRef> survivors = new HashMap<>();
        for (var merge : stated) {
            var last = merge.merged();
            var at = target(stated, merge.merged());
            var steps = 0;
            while (at != null && steps++ < 10) {
                last = present.test(at) ? at : last;
                at = target(stated, at);
            }
            if (!last.equals(merge.merged())) {
                survivors.put(merge.merged(), last);
            }
        }
        return survivors;
    }

    /** Where a number goes next: null for none, for several, and where the way leads back to it. */
    private static ClientRef target(List<StatedMerge> stated, ClientRef from) {
        var single = single(stated, from);
        var at = single;
        for (int steps = 0; at != null && steps < 10; steps++) {
            if (at.equals(from)) {
                return null;
            }
            at = single(stated, at);
        }
        return single;
    }

    private static ClientRef single(List<StatedMerge> stated, ClientRef from) {
        var targets = new HashSet<ClientRef>();
        for (var merge : stated) {
            if (merge.merged().equals(from) && !merge.survivor().equals(from)) {
                targets.add(merge.survivor());
            }
        }
        return targets.size() == 1 ? targets.iterator().next() : null;
    }

    private static String number(Random random) {
        return String.valueOf("ABCDEF".charAt(random.nextInt(6)));
    }

    private static String survivor(String of, Predicate<ClientRef> present, String... stated) {
        return ClientMerges.of(stated(stated), present, List.of())
                .survivor(client(of))
                .key();
    }

    private static ClientMerges merges(String... stated) {
        return ClientMerges.of(stated(stated), any -> true, List.of());
    }

    private static List<StatedMerge> stated(String... written) {
        return Arrays.stream(written).map(ClientMergesTest::merge).toList();
    }

    private static StatedMerge merge(String written) {
        return new StatedMerge(client(written.substring(2)), client(written.substring(0, 1)), DAY);
    }

    private static Predicate<ClientRef> present(String key) {
        return client(key)::equals;
    }

    private static Ruling never(String one, String other) {
        return new Ruling(1, RulingKind.NEVER, ClientPair.of(client(one), client(other)), "x", "Seen.", DAY);
    }

    private static ClientRef client(String key) {
        return new ClientRef("s", key);
    }
}
