package org.throughline.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * Tells whether a key may stand twice in a file, from 64 bits of each: what it calls single is single. Remembers so many keys at a
 * time, in 32 MB; those of a larger file are put aside in a temporary file and gone through in as many rounds as they need.
 */
final class KeysOnce implements AutoCloseable {
    private static final int FIRST_PLACES = 1 << 8;
    private static final int MOST_KEYS = 1 << 21;
    private static final int BUFFER = 1 << 16;

    /** Which round a key is in is told by other bits than its place in the round. */
    private static final int ROUND_BITS = 40;

    private final int most;
    private long[] places = new long[FIRST_PLACES];
    private int keys;
    private boolean single = true;
    private FileChannel file;
    private DataOutputStream aside;
    private long asideCount;

    KeysOnce() {
        this(MOST_KEYS);
    }

    /** Such a memory of so many keys at a time. */
    KeysOnce(int most) {
        this.most = most;
    }

    /** Takes up one more key. */
    void add(String key) {
        if (!single) {
            return;
        }
        long bits = bits(key);
        if (keys < most) {
            single = enter(bits);
        } else if (places[place(bits)] == bits) {
            single = false;
        } else {
            putAside(bits);
        }
    }

    /** False where a key may stand twice. To be asked once, when all are there. */
    boolean eachOnce() {
        try {
            return single && (aside == null || eachOnceAside());
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    private void putAside(long bits) {
        try {
            if (aside == null) {
                file = TemporaryFile.open();
                aside = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), BUFFER));
            }
            aside.writeLong(bits);
            asideCount++;
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    private static UncheckedIOException failure(IOException failed) {
        return new UncheckedIOException("Keys of a load cannot be kept in the folder of temporary files", failed);
    }

    private boolean eachOnceAside() throws IOException {
        aside.flush();
        long rounds = asideCount / most + 1;
        boolean once = true;
        for (long round = 0; once && round < rounds; round++) {
            once = eachOnce(round, rounds);
        }
        return once;
    }

    private boolean eachOnce(long round, long rounds) throws IOException {
        Arrays.fill(places, 0);
        keys = 0;
        DataInputStream all =
                new DataInputStream(new BufferedInputStream(Channels.newInputStream(file.position(0)), BUFFER));
        for (long i = 0; i < asideCount; i++) {
            long bits = all.readLong();
            if ((bits >>> ROUND_BITS) % rounds == round && !enter(bits)) {
                return false;
            }
        }
        return true;
    }

    private boolean enter(long bits) {
        if (keys >= places.length / 2) {
            long[] before = places;
            places = new long[before.length * 2];
            Arrays.stream(before).filter(known -> known != 0).forEach(known -> places[place(known)] = known);
        }
        int place = place(bits);
        if (places[place] == bits) {
            return false;
        }
        places[place] = bits;
        keys++;
        return true;
    }

    /** Where these bits are, or would be. */
    private int place(long bits) {
        int place = (int) bits & places.length - 1;
        while (places[place] != 0 && places[place] != bits) {
            place = place + 1 & places.length - 1;
        }
        return place;
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

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
