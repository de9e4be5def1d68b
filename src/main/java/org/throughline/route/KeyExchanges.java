package org.throughline.route;

import com.jcraft.jsch.JSch;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The key exchanges that the hub offers to SFTP servers. JSch tries every one that it knows before each connection, and the
 * pure Java sntrup761 then computes for several times as long as all the rest of a short visit takes. ML-KEM stays, for what
 * must not be read by the quantum computers of tomorrow.
 */
final class KeyExchanges {
    private static final String SLOW = "sntrup";

    private KeyExchanges() {}

    /** Leaves the slow ones out, for all connections of this process. */
    static void settle() {
        for (String setting : new String[] {"kex", "CheckKexes"}) {
            JSch.setConfig(setting, withoutSlow(JSch.getConfig(setting)));
        }
    }

    private static String withoutSlow(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.startsWith(SLOW))
                .collect(Collectors.joining(","));
    }
}
