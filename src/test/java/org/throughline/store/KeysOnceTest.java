package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Whether keys are found to stand twice: all in memory, and in rounds by way of a file. */
final class KeysOnceTest {
    private static final int KEYS = 100_000;
    private static final int[] AT_A_TIME = {1 << 21, KEYS / 3, 1_000};

    @Test
    void findsEachOfManyKeysOnce() throws IOException {
        for (int most : AT_A_TIME) {
            try (KeysOnce keys = keys(most)) {
                assertThat(keys.eachOnce()).as("%d at a time", most).isTrue();
            }
        }
    }

    @Test
    void findsAKeyThatStandsTwice() throws IOException {
        for (int most : AT_A_TIME) {
            for (int again : new int[] {0, 17, 70_000, KEYS - 1}) {
                try (KeysOnce keys = keys(most)) {
                    keys.add("P-" + again);
                    keys.add("last");

                    assertThat(keys.eachOnce())
                            .as("P-%d, %d at a time", again, most)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void callsNoKeysSingle() throws IOException {
        try (KeysOnce keys = new KeysOnce()) {
            assertThat(keys.eachOnce()).isTrue();
        }
    }

    private static KeysOnce keys(int most) {
        KeysOnce keys = new KeysOnce(most);
        for (int i = 0; i < KEYS; i++) {
            keys.add("P-" + i);
        }
        return keys;
    }
}
