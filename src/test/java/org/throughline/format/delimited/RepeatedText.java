package org.throughline.format.delimited;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;

/** The same text many times, made while it is read. */
final class RepeatedText extends InputStream {
    private final byte[] text;
    private long left;
    private int at;

    RepeatedText(String text, long times) {
        this.text = text.getBytes(UTF_8);
        this.left = times * this.text.length;
    }

    @Override
    public int read() {
        if (left == 0) {
            return -1;
        }
        left--;
        at = (at + 1) % text.length;
        return text[(at + text.length - 1) % text.length];
    }
}
