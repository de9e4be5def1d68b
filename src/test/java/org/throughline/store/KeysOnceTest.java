package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whether keys are found to stand twice. */
final class KeysOnceTest {

    @Test
    void findsEachOfManyKeysOnce() {
        KeysOnce keys = new KeysOnce();
        for (int i = 0; i < 100_000; i++) {
            keys.add("P-" + i);
            keys.add(i + "|2026-01-01");
        }

        assertThat(keys.eachOnce()).isTrue();
    }

    @Test
    void findsAKeyThatStandsTwice() {
        for (int again : new int[] {0, 17, 99_999}) {
            KeysOnce keys = new KeysOnce();
            for (int i = 0; i < 100_000; i++) {
                keys.add("P-" + i);
            }
            keys.add("P-" + again);
            keys.add("last");

            assertThat(keys.eachOnce()).as("P-" + again).isFalse();
        }
    }

    @Test
    void doesNotVouchForMoreThanItRemembers() {
        KeysOnce keys = new KeysOnce(3);
        keys.add("a");
        keys.add("b");
        keys.add("c");
        assertThat(keys.eachOnce()).isTrue();

        keys.add("d");

        assertThat(keys.eachOnce()).isFalse();
    }
}
