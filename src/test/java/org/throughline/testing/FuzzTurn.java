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
        return input.length == 0 ? ways : one(Byte.toUnsignedInt(input[input.length - 1]), ways);
    }

    /** The ways of reading that this input takes where another choice depends on its last byte already. */
    public static <T> List<T> byLength(byte[] input, List<T> ways) {
        return one(input.length, ways);
    }

    private static <T> List<T> one(int number, List<T> ways) {
        return FUZZING && !ways.isEmpty() ? List.of(ways.get(number % ways.size())) : ways;
    }
}
