package org.throughline.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a process trusts of its own lease. */
final class LeasesTest {
    private final AtomicLong nanos =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(5).toNanos());
    private final Scripted store = new Scripted();
    private final Leases leases = new Leases(store, new Node("east", "machine"), nanos::get);

    @Test
    void servesWhatItHoldsUntilItsLeaseIsNearlyOver() {
        assertThat(leases.served()).isEmpty();
        leases.beat();

        assertThat(leases.served()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(leases.serves("a")).isTrue();
        assertThat(leases.number()).hasValue(1);
        pass(Duration.ofMillis(12_999));
        assertThat(leases.serves("a")).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(leases.serves("a")).isFalse();
        assertThat(leases.number()).isEmpty();
    }

    @Test
    void countsItsLeaseFromBeforeItAsked() {
        store.delay = Duration.ofSeconds(4);
        leases.beat();

        pass(Duration.ofSeconds(9));
        assertThat(leases.served()).isEmpty();
    }

    @Test
    void servesNothingLongerThanItsLeaseWhileTheDatabaseIsAway() {
        leases.beat();
        store.away = true;
        pass(Leases.BEAT);
        assertThatThrownBy(leases::beat).isInstanceOf(IllegalStateException.class);
        assertThat(leases.served()).hasSize(3);
        pass(Leases.LEASE);
        assertThat(leases.served()).isEmpty();
    }

    @Test
    void comesBackUnderANewNumberWhenItWasStruckOff() {
        leases.beat();
        store.struckOff = true;
        leases.beat();

        assertThat(leases.number()).hasValue(2);
        assertThat(leases.served()).hasSize(3);
    }

    @Test
    void holdsWhatTheDatabaseSaysUnderTheNumberUnderWhichItWasTakenUp() {
        leases.beat();
        assertThat(leases.holds(1, "a")).isTrue();
        store.tookOver = true;
        assertThat(leases.holds(1, "a")).as("its own clock stood still").isFalse();
        store.tookOver = false;
        store.struckOff = true;
        leases.beat();

        assertThat(leases.holds(1, "a")).isFalse();
        assertThat(leases.holds(2, "a")).isTrue();
        assertThat(leases.hold()).isEqualTo(new Leases.Hold(OptionalLong.of(2), leases.served()));
        pass(Leases.LEASE);
        assertThat(leases.holds(2, "a")).isFalse();
        assertThat(leases.hold()).isEqualTo(Leases.Hold.NOTHING);
    }

    @Test
    void ceasesToServeItsSurplusBeforeItGivesItUp() {
        leases.beat();
        store.share = 2;
        leases.beat();

        assertThat(leases.served()).containsExactlyInAnyOrder("a", "b");
        assertThat(store.released).isEmpty();
        assertThat(leases.giveUpSurplus(Set.of("a", "b", "c")))
                .as("it is still at it")
                .isZero();
        assertThat(leases.giveUpSurplus(leases.served())).isOne();
        assertThat(store.released).containsExactly("c");
        assertThat(leases.giveUpSurplus(leases.served())).isZero();
        leases.leave();
        assertThat(leases.served()).isEmpty();
        assertThat(store.left).isTrue();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** A database with one node in it. */
    private final class Scripted implements LeaseStore {
        private final List<String> released = new java.util.ArrayList<>();
        private Duration delay = Duration.ZERO;
        private long joined;
        private int share = 3;
        private boolean away;
        private boolean struckOff;
        private boolean left;
        private boolean tookOver;

        @Override
        public long join(Node node, Duration lease) {
            return ++joined;
        }

        @Override
        public Optional<Held> renew(long node, Duration lease) {
            if (away) {
                throw new IllegalStateException("The database is away.");
            }
            pass(delay);
            return struckOff && node == 1
                    ? Optional.empty()
                    : Optional.of(new Held(new TreeSet<>(List.of("a", "b", "c")), share));
        }

        @Override
        public boolean holds(long node, String sender) {
            return !tookOver;
        }

        @Override
        public void release(long node, Collection<String> senders) {
            released.addAll(senders);
        }

        @Override
        public void leave(long node) {
            left = true;
        }

        @Override
        public List<NodeStanding> standings() {
            return List.of();
        }

        @Override
        public List<String> unheld() {
            return List.of();
        }
    }
}
