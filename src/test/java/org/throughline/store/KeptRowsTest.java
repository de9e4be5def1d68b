package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows kept until it is known which are wanted: few, which stay in memory, and many, which go to a file in between. */
final class KeptRowsTest {
    private static final int FEW = 10;
    private static final int MANY = 50_000;
    private static final int AT_ONCE = 7;

    @Test
    void givesTheRowsThatAreWanted() throws IOException {
        for (int rows : new int[] {FEW, MANY}) {
            for (IntPredicate wanted : patterns(rows)) {
                assertThat(written(rows, wanted)).isEqualTo(expected(rows, wanted));
            }
        }
    }

    private static IntPredicate[] patterns(int rows) {
        return new IntPredicate[] {
            row -> true,
            row -> false,
            row -> row == 0,
            row -> row == rows - 1,
            row -> row % 2 == 1,
            row -> row % 50 != 7,
            row -> row > rows / 3 && row < rows / 2
        };
    }

    @Test
    void givesThemMoreThanOnceAndTakesMoreAfterwards() throws IOException {
        try (KeptRows kept = kept(MANY)) {
            assertThat(write(kept, MANY, row -> row < 3)).isEqualTo(expected(MANY, row -> row < 3));
            kept.add("later\n".getBytes(StandardCharsets.UTF_8));

            assertThat(write(kept, MANY + 1, row -> row >= MANY - 1)).isEqualTo(line(MANY - 1) + "later\n");
        }
    }

    @Test
    void writesANumberInFront() throws IOException {
        try (KeptRows kept = new KeptRows()) {
            kept.add(12, "a\n".getBytes(StandardCharsets.UTF_8));

            assertThat(write(kept, 1, row -> true)).isEqualTo("12\ta\n");
        }
    }

    private static String written(int rows, IntPredicate wanted) throws IOException {
        try (KeptRows kept = kept(rows)) {
            return write(kept, rows, wanted);
        }
    }

    private static KeptRows kept(int rows) {
        KeptRows kept = new KeptRows();
        for (int row = 0; row < rows; row++) {
            kept.add(line(row).getBytes(StandardCharsets.UTF_8));
        }
        return kept;
    }

    private static String write(KeptRows kept, int rows, IntPredicate wanted) throws IOException {
        BitSet numbers = new BitSet();
        IntStream.range(0, rows).filter(wanted).forEach(numbers::set);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KeptRows.Picked picked = kept.picked(numbers);
        int written;
        do {
            written = picked.write(AT_ONCE, out);
        } while (written == AT_ONCE);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String expected(int rows, IntPredicate wanted) {
        return IntStream.range(0, rows)
                .filter(wanted)
                .mapToObj(KeptRowsTest::line)
                .collect(Collectors.joining());
    }

    /** Rows of different lengths, more than a megabyte of many. */
    private static String line(int row) {
        return row + "\t" + "x".repeat(row % 97) + "\n";
    }
}
