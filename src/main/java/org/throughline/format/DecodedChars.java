package org.throughline.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes bytes into one buffer after the other. Bytes that do not decode end a buffer, and stand as {@link #UNDECODED} at
 * the start of the next, which is {@link #faulty()}: whoever walks the buffers looks for faults only where one begins.
 */
public final class DecodedChars implements Closeable {
    /** Stands where bytes could not be decoded. */
    public static final char UNDECODED = '\uFFFD';

    private static final int SIZE = 1 << 13;
    private static final int ASCII = 0x80;

    private final InputStream bytes;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final ByteBuffer input = ByteBuffer.allocate(SIZE).limit(0);
    private final char[] chars = new char[SIZE];
    private final CharBuffer output = CharBuffer.wrap(chars);
    private long bytesRead;
    private boolean exhausted;
    private int malformed;
    private boolean faulty;
    private int limit;
    private long before;
    private int markIndex;
    private long markByte;

    private DecodedChars(InputStream bytes, Encoding encoding) {
        this.bytes = bytes;
        this.charset = encoding.charset();
        this.bytesRead = encoding.markLength();
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Opens the input behind its byte order mark. */
    public static DecodedChars open(ByteSource source, Encoding encoding) throws IOException {
        InputStream bytes = source.open();
        bytes.readNBytes(encoding.markLength());
        return new DecodedChars(bytes, encoding);
    }

    /** Replaces the content of the buffer by what follows; false at the end of the input. */
    public boolean fill() throws IOException {
        before += limit;
        limit = 0;
        do {
            output.clear();
            begin();
            while (decode()) {
                read();
            }
            limit = output.position();
        } while (limit == 0 && malformed > 0);
        return limit > 0;
    }

    private void begin() {
        faulty = malformed > 0;
        malformed = 0;
        if (faulty) {
            output.put(UNDECODED);
        }
        markIndex = output.position();
        markByte = bytesRead - input.remaining();
    }

    /** True where more bytes are needed. */
    private boolean decode() {
        CoderResult result = decoder.decode(input, output, exhausted);
        if (result.isError()) {
            malformed = result.length();
            input.position(input.position() + malformed);
        }
        return result.isUnderflow() && !exhausted;
    }

    private void read() throws IOException {
        input.compact();
        int count = bytes.read(input.array(), input.position(), input.remaining());
        exhausted = count < 0;
        if (!exhausted) {
            input.position(input.position() + count);
            bytesRead += count;
        }
        input.flip();
    }

    /** The encoding of the text. */
    public Charset charset() {
        return charset;
    }

    /** The buffer itself; {@link #limit()} characters of it count. */
    public char[] chars() {
        return chars;
    }

    /** Characters of the buffer that count. */
    public int limit() {
        return limit;
    }

    /** True where the first character of the buffer stands for bytes that do not decode. */
    public boolean faulty() {
        return faulty;
    }

    /** Characters of the input before this index of the buffer. */
    public long offset(int index) {
        return before + index;
    }

    /** Bytes of the input before this index of the buffer; within one buffer, indexes are asked in rising order. */
    public long byteOffset(int index) {
        CharBuffer passed = CharBuffer.wrap(chars, markIndex, index - markIndex);
        markByte += charset.encode(passed).remaining();
        markIndex = index;
        return markByte;
    }

    long countBeyondAscii() {
        long count = 0;
        for (int index = faulty ? 1 : 0; index < limit; index++) {
            count += chars[index] < ASCII ? 0 : 1;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
