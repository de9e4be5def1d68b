package org.throughline.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/** Long inputs made while they are read: texts, each many times, one after the other. */
public final class Repeated extends InputStream {
    private final Deque<Part> parts = new ArrayDeque<>();
    private int at;

    private static final class Part {
        private final byte[] text;
        private long left;

        Part(String text, long times) {
            this.text = text.getBytes(UTF_8);
            this.left = times;
        }
    }

    /** The same with this text, this many times, at its end. */
    public Repeated then(String text, long times) {
        parts.add(new Part(text, times));
        return this;
    }

    @Override
    public int read() {
        while (!parts.isEmpty() && parts.element().left == 0) {
            parts.remove();
        }
        if (parts.isEmpty()) {
            return -1;
        }
        Part part = parts.element();
        int next = part.text[at++] & 0xFF;
        if (at == part.text.length) {
            at = 0;
            part.left--;
        }
        return next;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        int count = 0;
        for (int next = count < length ? read() : -1; next >= 0; next = count < length ? read() : -1) {
            bytes[from + count++] = (byte) next;
        }
        return count == 0 ? -1 : count;
    }
}
