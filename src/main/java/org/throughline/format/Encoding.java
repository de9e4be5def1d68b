package org.throughline.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The encoding of one input.
 *
 * @param charset a charset that neither reads nor writes a byte order mark by itself
 * @param markLength bytes of the byte order mark, 0 where there is none
 */
public record Encoding(Charset charset, int markLength) {
    private static final int LONGEST_MARK = 4;

    /** UTF-32LE stands before UTF-16LE, whose mark is the beginning of its own. */
    private static final List<Charset> MARKED = List.of(
            Charset.forName("UTF-32LE"),
            Charset.forName("UTF-32BE"),
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE);

    /**
     * Chooses the encoding: a byte order mark wins, then the first candidate under which the whole input decodes. Where none
     * does, the one with the fewest faults. UTF-8 also stays where its multi-byte characters outnumber its faults: such a
     * file is damaged UTF-8, and another encoding would spoil every name in it without a word.
     */
    public static Encoding choose(ByteSource source, List<Charset> candidates) throws IOException {
        Optional<Encoding> marked = marked(source);
        if (marked.isPresent()) {
            return marked.get();
        }
        if (candidates.size() == 1) {
            return unmarked(candidates.get(0));
        }
        return byContent(source, candidates);
    }

    private static Encoding byContent(ByteSource source, List<Charset> candidates) throws IOException {
        Encoding best = unmarked(candidates.get(0));
        long fewest = Long.MAX_VALUE;
        for (Charset candidate : candidates) {
            Encoding encoding = unmarked(candidate);
            Tally tally = Tally.of(source, encoding);
            if (tally.settles(encoding.charset())) {
                return encoding;
            }
            if (tally.faults() < fewest) {
                fewest = tally.faults();
                best = encoding;
            }
        }
        return best;
    }

    private static Optional<Encoding> marked(ByteSource source) throws IOException {
        byte[] start;
        try (InputStream bytes = source.open()) {
            start = bytes.readNBytes(LONGEST_MARK);
        }
        return MARKED.stream()
                .filter(charset -> startsWith(start, "\uFEFF".getBytes(charset)))
                .findFirst()
                .map(charset -> new Encoding(charset, "\uFEFF".getBytes(charset).length));
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    private static Encoding unmarked(Charset charset) {
        return switch (charset.name()) {
            case "UTF-16" -> new Encoding(StandardCharsets.UTF_16BE, 0);
            case "UTF-32" -> new Encoding(Charset.forName("UTF-32BE"), 0);
            default -> new Encoding(charset, 0);
        };
    }

    /** How well an encoding fits an input. */
    private record Tally(long faults, long beyondAscii) {

        static Tally of(ByteSource source, Encoding encoding) throws IOException {
            long faults = 0;
            long beyondAscii = 0;
            try (DecodedChars text = DecodedChars.open(source, encoding)) {
                while (text.fill()) {
                    faults += text.faulty() ? 1 : 0;
                    beyondAscii += text.countBeyondAscii();
                }
            }
            return new Tally(faults, beyondAscii);
        }

        boolean settles(Charset charset) {
            return faults == 0 || charset.equals(StandardCharsets.UTF_8) && beyondAscii > faults;
        }
    }
}
