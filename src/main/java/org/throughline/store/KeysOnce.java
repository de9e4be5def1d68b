package org.throughline.store;

import java.util.Arrays;

/**
 * Tells whether a key may stand twice in a file, from 64 bits of each: what it calls single is single. Remembers so many keys and
 * no more, in 32 MB at most; of a larger file it cannot say.
 */
final class KeysOnce {
    private static final int FIRST_PLACES = 1 << 8;
    private static final int MOST_KEYS = 1 << 21;

    private final int most;
    private long[] places = new long[FIRST_PLACES];
    private int keys;
    private boolean single = true;

    KeysOnce() {
        this(MOST_KEYS);
    }

    /** Such a memory of at most so many keys. */
    KeysOnce(int most) {
        this.most = most;
    }

    /** Takes up one more key. */
    void add(String key) {
        if (single) {
            single = keys < most && enter(bits(key));
        }
    }

    /** False where a key stands twice, or where that is not known. */
    boolean eachOnce() {
        return single;
    }

    private boolean enter(long bits) {
        if (keys >= places.length / 2) {
            grow();
        }
        keys++;
        return put(bits);
    }

    private void grow() {
        long[] before = places;
        places = new long[before.length * 2];
        Arrays.stream(before).filter(bits -> bits != 0).forEach(this::put);
    }

    private boolean put(long bits) {
        int place = (int) bits & places.length - 1;
        while (places[place] != 0) {
            if (places[place] == bits) {
                return false;
            }
            place = place + 1 & places.length - 1;
        }
        places[place] = bits;
        return true;
    }

    /** FNV-1a over the characters, stirred once more so that its lower bits depend on all of them; never 0. */
    private static long bits(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        return hash == 0 ? 1 : hash;
    }
}
