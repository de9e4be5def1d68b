package org.throughline.intake;

/** Counts different texts by a hash of 64 bits each, so that a million of them take sixteen megabytes and no value is kept. */
final class DistinctCount {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long MIX = 0xff51afd7ed558ccdL;
    private static final int SHIFT = 33;

    private long[] slots = new long[64];
    private int filled;

    void add(String text) {
        if (put(slots, hash(text))) {
            filled++;
        }
        if (filled * 2 > slots.length) {
            long[] more = new long[slots.length * 2];
            for (long kept : slots) {
                if (kept != 0) {
                    put(more, kept);
                }
            }
            slots = more;
        }
    }

    int count() {
        return filled;
    }

    private static boolean put(long[] table, long hash) {
        int place = (int) (hash & (table.length - 1));
        while (table[place] != 0) {
            if (table[place] == hash) {
                return false;
            }
            place = (place + 1) & (table.length - 1);
        }
        table[place] = hash;
        return true;
    }

    /** Never 0, which marks a free place. */
    private static long hash(String text) {
        long hash = BASIS;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        hash = (hash ^ (hash >>> SHIFT)) * MIX;
        hash ^= hash >>> SHIFT;
        return hash == 0 ? 1 : hash;
    }
}
