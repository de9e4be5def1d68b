package org.throughline.format.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The strings that the cells of a workbook share. They lie in a file of the hub's own, however many there are; in memory is
 * only where each sixteenth begins.
 */
final class SharedStrings implements Closeable {
    private static final int MOST = 50_000_000;
    private static final int STEP = 16;
    private static final int FIRST_SIZE = 1_024;

    private final ScratchBytes bytes = ScratchBytes.open();
    private long[] starts = new long[FIRST_SIZE];
    private int count;
    private int nextIndex;
    private long nextStart;

    private SharedStrings() throws IOException {}

    /** No strings at all. */
    static SharedStrings none() throws IOException {
        return new SharedStrings();
    }

    static SharedStrings read(PartXml xml, Refusal refusal) throws IOException {
        SharedStrings strings = new SharedStrings();
        try {
            TextBuffer text = new TextBuffer();
            while (xml.next()) {
                if (xml.starts("si")) {
                    StringItem.read(xml, text);
                    strings.add(text, refusal);
                }
            }
            return strings;
        } catch (IOException e) {
            strings.close();
            throw e;
        }
    }

    /** A text that is too long is kept as a length of its own, so that only the cell that asks for it is broken. */
    private void add(TextBuffer text, Refusal refusal) throws IOException {
        if (count == MOST) {
            throw refusal.refused(String.format("The workbook has more than %,d shared strings.", MOST));
        }
        if (count % STEP == 0) {
            if (count / STEP == starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
            }
            starts[count / STEP] = bytes.size();
        }
        count++;
        if (text.tooLong()) {
            bytes.add(ByteBuffer.allocate(Integer.BYTES).putInt(0, -1).array());
            return;
        }
        byte[] encoded = Escapes.decode(text.toString()).getBytes(UTF_8);
        bytes.add(ByteBuffer.allocate(Integer.BYTES).putInt(0, encoded.length).array());
        bytes.add(encoded);
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** The string with this index, from 0 to the count; empty where it is too long for any field. */
    Optional<String> text(int index) throws IOException {
        int at = index;
        long start = nextStart;
        if (index != nextIndex || index == 0) {
            start = starts[index / STEP];
            for (at = index - index % STEP; at < index; at++) {
                start += Integer.BYTES + Math.max(0, bytes.length(start));
            }
        }
        int length = bytes.length(start);
        nextIndex = index + 1;
        nextStart = start + Integer.BYTES + Math.max(0, length);
        return length < 0
                ? Optional.empty()
                : Optional.of(new String(bytes.read(start + Integer.BYTES, length), UTF_8));
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
