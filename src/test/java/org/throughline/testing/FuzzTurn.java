package org.throughline.testing;

import java.util.Arrays;
import java.util.List;

/**
 * What keeps a fuzz test quick, so that it reads more inputs: while fuzzing, one of its ways of reading is taken, by the last
 * byte, and no more than the beginning of the input. A kept input is read whole and in every way.
 */
public final class FuzzTurn {
    private static final int LONGEST = 512;
    private static final boolean FUZZING = System.getenv("JAZZER_FUZZ") != null;

    private FuzzTurn() {}

    /** As much of the input as is read. */
    public static byte[] beginning(byte[] input) {
        return FUZZING && input.length > LONGEST ? Arrays.copyOf(input, LONGEST) : input;
    }

    /** The ways of reading that this input takes. */
    public static <T> List<T> of(byte[] input, List<T> ways) {
        if (!FUZZING || input.length == 0) {
            return ways;
        }
        return List.of(ways.get(Byte.toUnsignedInt(input[input.length - 1]) % ways.size()));
    }
}
