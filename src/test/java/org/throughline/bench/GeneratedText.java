package org.throughline.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.util.function.LongFunction;

/** Text made while it is read: a start, as many records as fit into a size, an end. */
final class GeneratedText extends InputStream {
    private final LongFunction<String> record;
    private final long size;
    private final String end;
    private byte[] part;
    private int at;
    private long made;
    private long records;
    private boolean ended;

    GeneratedText(String start, LongFunction<String> record, String end, long size) {
        this.record = record;
        this.size = size;
        this.end = end;
        this.part = start.getBytes(UTF_8);
    }

    private boolean more() {
        while (at == part.length) {
            if (ended) {
                return false;
            }
            made += part.length;
            ended = made >= size;
            part = (ended ? end : record.apply(records++)).getBytes(UTF_8);
            at = 0;
        }
        return true;
    }

    @Override
    public int read() {
        return more() ? part[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        if (!more()) {
            return -1;
        }
        int count = Math.min(length, part.length - at);
        System.arraycopy(part, at, bytes, from, count);
        at += count;
        return count;
    }
}
