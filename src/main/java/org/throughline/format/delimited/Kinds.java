package org.throughline.format.delimited;

/** What each character means in a dialect, once outside quotes and once inside. */
final class Kinds {
    static final byte PLAIN = 0;
    static final byte DELIMITER = 1;
    static final byte QUOTE = 2;
    static final byte LINE_END = 3;
    static final byte CONTROL = 4;

    private static final int CHARACTERS = 1 << Character.SIZE;

    private Kinds() {}

    static byte[] outsideQuotes(Dialect dialect) {
        byte[] kinds = insideQuotes(dialect);
        kinds[dialect.delimiter()] = DELIMITER;
        return kinds;
    }

    static byte[] insideQuotes(Dialect dialect) {
        byte[] kinds = new byte[CHARACTERS];
        for (char control = 0; control < ' '; control++) {
            kinds[control] = CONTROL;
        }
        kinds['\t'] = PLAIN;
        kinds['\r'] = LINE_END;
        kinds['\n'] = LINE_END;
        kinds[dialect.delimiter()] = PLAIN;
        if (dialect.quote() != Dialect.NO_QUOTE) {
            kinds[dialect.quote()] = QUOTE;
        }
        return kinds;
    }
}
