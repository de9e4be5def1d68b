package org.throughline.format.xlsx;

/** Text while it is read, up to the limit of a field; what goes beyond it is not kept. */
final class TextBuffer {
    static final int FIELD_LIMIT = 1_000_000;

    private final StringBuilder text = new StringBuilder();
    private boolean tooLong;

    void clear() {
        text.setLength(0);
        tooLong = false;
    }

    void append(char[] characters, int from, int length) {
        int fits = Math.min(length, FIELD_LIMIT - text.length());
        text.append(characters, from, fits);
        tooLong |= fits < length;
    }

    boolean tooLong() {
        return tooLong;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
