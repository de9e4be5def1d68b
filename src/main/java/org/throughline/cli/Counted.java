package org.throughline.cli;

import java.util.Locale;

/** A number and what it counts, as people write it. */
final class Counted {

    private Counted() {}

    static String of(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
