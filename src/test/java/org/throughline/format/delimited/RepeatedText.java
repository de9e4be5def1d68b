package org.throughline.format.delimited;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;

/** The same text many times, made while it is read. */
final class RepeatedText extends InputStream {
    private static final int BLOCK = 10_000;

    private final byte[] block;
    private final int period;
    private long left;

    RepeatedText(String text, long times) {
        this.block = text.repeat(BLOCK).getBytes(UTF_8);
        this.period = text.getBytes(UTF_8).length;
        this.left = times * period;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        if (left == 0) {
            return -1;
        }
        int start = (int) (period - left % period) % period;
        int count = (int) Math.min(left, Math.min(length, block.length - start));
        System.arraycopy(block, start, bytes, from, count);
        left -= count;
        return count;
    }
}
